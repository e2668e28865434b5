package app.teahouse.accounts;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Empties an account for good: nobody signs in with it again, and its address is free. An empty row keeps the id from dangling. */
@Component
public class CloseAccount {
    private final Db db;
    private final Clock clock;
    private final AddressBook addresses;
    private final Sessions sessions;

    CloseAccount(Db db, Clock clock, AddressBook addresses, Sessions sessions) {
        this.db = db;
        this.clock = clock;
        this.addresses = addresses;
        this.sessions = sessions;
    }

    /**
     * From now on nothing is gained with the account before the caller's transaction ends ({@link Accounts#staying}), so what stands
     * in the way is looked at after this.
     */
    public void hold(Person person) {
        db.sql("select 1 from accounts.account where account_id = :account for update")
                .with("account", person.account())
                .exists();
    }

    /** Part of the transaction in which the departure is noted. */
    public void close(Person person) {
        sessions.reread(person.signIn());
        db.sql("select email from accounts.account where account_id = :account and email is not null for update")
                .with("account", person.account())
                .maybe((row, n) -> new Email(row.getString(1)))
                .ifPresent(email -> addresses.release(person.account(), email));
        db.sql("""
                update accounts.account
                   set state = 'deleted', deleted_at = :now, name = '', about = '', picture = null, email = null,
                       verified_at = null, password_hash = null, operator = false, may_create = false
                 where account_id = :account and state <> 'deleted'
                """)
                .with("now", clock.instant())
                .with("account", person.account())
                .run();
        db.sql("delete from accounts.ticket where account_id = :account")
                .with("account", person.account())
                .run();
        sessions.end(person.account(), null);
    }
}
