package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.SignIn;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the people of the demo. Most of them have neither address nor password, so that nobody can ever sign in as them. */
@Component
public class InventPerson {
    private final Db db;
    private final Clock clock;
    private final AddressBook addresses;

    InventPerson(Db db, Clock clock, AddressBook addresses) {
        this.db = db;
        this.clock = clock;
        this.addresses = addresses;
    }

    /**
     * Somebody who does not exist.
     *
     * @param email where they sign in; null for those who only appear
     * @param passwordHash from {@link Passwords#hash}
     */
    public record Invented(
            String name,
            String about,
            Locale locale,
            ZoneId zone,
            @Nullable String email,
            @Nullable String passwordHash,
            boolean operator) {}

    /** Whether anybody has an account here; then nobody is invented any more. */
    public boolean isAnybodyHere() {
        return db.sql("select 1 from accounts.account limit 1").exists();
    }

    /** Whether somebody signs in with this address, so that a demo is known again at its next start. */
    public boolean knows(String email) {
        return addresses.entry(Email.of(email).orElseThrow()).holder() != null;
    }

    @Transactional
    public SignIn invent(Invented somebody) {
        var account = new AccountId(Ids.next());
        var now = clock.instant();
        db.sql("""
                insert into accounts.account
                       (account_id, name, about, email, password_hash, locale, zone, operator, verified_at, created_at)
                values (:account, :name, :about, :email, :hash, :locale, :zone, :operator, :now, :now)
                """)
                .with("account", account)
                .with("name", somebody.name())
                .with("about", somebody.about())
                .with("email", somebody.email())
                .with("hash", somebody.passwordHash())
                .with("locale", EditProfile.tag(somebody.locale()))
                .with("zone", somebody.zone().getId())
                .with("operator", somebody.operator())
                .with("now", now)
                .run();
        if (somebody.email() != null) {
            addresses.hold(account, Email.of(somebody.email()).orElseThrow());
        }
        return new SignIn(
                account,
                UUID.randomUUID(),
                somebody.name(),
                null,
                somebody.locale(),
                somebody.zone(),
                true,
                somebody.operator(),
                null);
    }
}
