package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes a new account for somebody who signs in with a password. Whether they may have one is decided before. */
@Component
public class AddAccount {
    private final Db db;
    private final Clock clock;

    AddAccount(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param passwordHash from {@link Passwords#hash} */
    public record NewAccount(
            String name, Email email, String passwordHash, Locale locale, String zone, boolean operator) {}

    /** Part of the transaction in which the address is claimed. */
    public void add(AccountId id, NewAccount account) {
        var now = clock.instant();
        db.sql("""
                insert into accounts.account
                       (account_id, name, email, password_hash, locale, zone, operator, verified_at, created_at)
                values (:account, :name, :email, :hash, :locale, :zone, :operator, :verified, :now)
                """)
                .with("account", id)
                .with("name", account.name())
                .with("email", account.email().text())
                .with("hash", account.passwordHash())
                .with("locale", EditProfile.tag(account.locale()))
                .with("zone", account.zone())
                .with("operator", account.operator())
                .with("verified", account.operator() ? now : null)
                .with("now", now)
                .run();
    }
}
