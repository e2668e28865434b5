package app.teahouse.accounts;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.ProfileLanguage;
import app.teahouse.web.Zones;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody changes what others see of them, or the language and time zone they read in. */
@Component
public class EditProfile implements ProfileLanguage {
    public static final int LONGEST_NAME = 40;
    private static final int LONGEST_ABOUT = 500;
    private static final Pattern OUR_FILE = Pattern.compile("/(?:files|portraits)/[A-Za-z0-9/_.-]{1,200}");

    private final Db db;
    private final Sessions sessions;
    private final List<KeepsCards> keepers;

    EditProfile(Db db, Sessions sessions, List<KeepsCards> keepers) {
        this.db = db;
        this.sessions = sessions;
        this.keepers = keepers;
    }

    /** The fields of the form. */
    public record Text(String name, String about, Locale locale, String zone) {}

    @Transactional
    public void edit(Person person, Text text) {
        new Faults()
                .text("name", text.name(), LONGEST_NAME)
                .atMost("about", text.about(), LONGEST_ABOUT)
                .require(Zones.has(text.zone()), "zone", "field.unknown-choice")
                .refuse();

        var picture = db.sql("""
                update accounts.account
                   set name = :name, about = :about, locale = :locale, zone = :zone
                 where account_id = :account
                returning picture
                """)
                .with("name", text.name().strip())
                .with("about", text.about().strip())
                .with("locale", tag(text.locale()))
                .with("zone", text.zone())
                .with("account", person.account())
                .one((row, n) -> java.util.Optional.ofNullable(row.getString(1)));
        tell(new AccountCard(person.account(), text.name().strip(), picture.orElse(null)));
    }

    /** A picture of this site, or none. Whoever stores it has looked at what it is. */
    @Transactional
    public void changePicture(Person person, @Nullable String address) {
        if (address != null && !OUR_FILE.matcher(address).matches()) {
            throw Refusal.invalid("picture", "field.unknown-choice");
        }
        var name = db.sql("update accounts.account set picture = :picture where account_id = :account returning name")
                .with("picture", address)
                .with("account", person.account())
                .one(String.class);
        tell(new AccountCard(person.account(), name, address));
    }

    @Override
    @Transactional
    public void choose(Person person, Locale locale) {
        db.sql("update accounts.account set locale = :locale where account_id = :account")
                .with("locale", tag(locale))
                .with("account", person.account())
                .run();
        sessions.forgetAfterCommit(person.account());
    }

    private void tell(AccountCard card) {
        keepers.forEach(keeper -> keeper.cardChanged(card));
        sessions.forgetAfterCommit(card.id());
    }

    public static String tag(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }
}
