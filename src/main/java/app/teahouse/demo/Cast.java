package app.teahouse.demo;

import app.teahouse.accounts.EditProfile;
import app.teahouse.accounts.InventPerson;
import app.teahouse.accounts.InventPerson.Invented;
import app.teahouse.accounts.Passwords;
import app.teahouse.files.KeepPortrait;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.SignIn;
import app.teahouse.kernel.Time;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gathers the people of the demo. One may sign in as a few of them; the others only appear. */
@Component
class Cast {
    static final String PASSWORD = "teahouse-demo";

    private final Texts texts;
    private final InventPerson inventPerson;
    private final Passwords passwords;
    private final KeepPortrait keepPortrait;
    private final EditProfile editProfile;
    private final Gate gate;
    private final TransactionTemplate transaction;

    Cast(
            Texts texts,
            InventPerson inventPerson,
            Passwords passwords,
            KeepPortrait keepPortrait,
            EditProfile editProfile,
            Gate gate,
            TransactionTemplate transaction) {
        this.texts = texts;
        this.inventPerson = inventPerson;
        this.passwords = passwords;
        this.keepPortrait = keepPortrait;
        this.editProfile = editProfile;
        this.gate = gate;
        this.transaction = transaction;
    }

    /** Answers everybody by the word that the texts have for them. */
    Map<String, SignIn> gather(Instant opened) {
        var hash = passwords.hash(PASSWORD);
        var people = new HashMap<String, SignIn>();
        transaction.executeWithoutResult(_ -> Time.at(opened, () -> {
            texts.entries("demo/*/people.md").forEach(entry -> people.put(entry.text("who"), invent(entry, hash)));
            return true;
        }));
        texts.entries("demo/*/people.md")
                .forEach(entry -> entry.maybe("portrait")
                        .ifPresent(name -> portray(Objects.requireNonNull(people.get(entry.text("who"))), name)));
        return people;
    }

    private SignIn invent(Entry entry, String hash) {
        var email = entry.maybe("email").orElse(null);
        return inventPerson.invent(new Invented(
                entry.text("name"),
                entry.body(),
                Locale.forLanguageTag(entry.text("language")),
                ZoneId.of(entry.text("zone")),
                email,
                email == null ? null : hash,
                entry.has("operator")));
    }

    private void portray(SignIn signIn, String name) {
        var person = gate.person(gate.visitor(signIn));
        editProfile.changePicture(person, keepPortrait.keep(person, name, texts.picture(name)));
    }
}
