package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who has which address. One account holds it; beside it, the newest account that gave it without having verified it waits as a
 * candidate, and may sign in too (docs/decisions/0010).
 */
@Component
public class AddressBook {
    private final Db db;
    private final Clock clock;

    AddressBook(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public record Entry(
            @Nullable AccountId holder, @Nullable AccountId candidate) {

        boolean isHeldByAnother(AccountId account) {
            return holder != null && !holder.equals(account);
        }

        /** Whose address it is: the holder's, or else the candidate's. */
        public Optional<AccountId> first() {
            return Optional.ofNullable(holder != null ? holder : candidate);
        }
    }

    public Entry entry(Email email) {
        var rows = new HashMap<String, AccountId>();
        db.sql("select kind, account_id from accounts.claim where value = :value")
                .with("value", email.text())
                .all((row, n) -> Map.entry(row.getString(1), new AccountId(Db.uuid(row, 2))))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return new Entry(rows.get("email"), rows.get("email-candidate"));
    }

    /** Makes the account the holder, if nobody else is; a candidacy of its own ends. */
    public boolean hold(AccountId account, Email email) {
        var first = db.sql("""
                insert into accounts.claim (value, kind, account_id, claimed_at)
                values (:value, 'email', :account, :now)
                    on conflict (value, kind) do nothing
                """)
                        .with("value", email.text())
                        .with("account", account)
                        .with("now", clock.instant())
                        .run()
                == 1;
        if (!first && entry(email).isHeldByAnother(account)) {
            return false;
        }
        db.sql("delete from accounts.claim where value = :value and kind = 'email-candidate' and account_id = :account")
                .with("value", email.text())
                .with("account", account)
                .run();
        return true;
    }

    /** Makes the account the candidate, in the place of the one that was seen there; false if there is another by now. */
    public boolean stand(AccountId account, Email email, @Nullable AccountId seen) {
        return db.sql("""
                insert into accounts.claim as c (value, kind, account_id, claimed_at)
                values (:value, 'email-candidate', :account, :now)
                    on conflict (value, kind) do update
                   set account_id = :account, claimed_at = :now
                 where c.account_id = :seen
                """)
                        .with("value", email.text())
                        .with("account", account)
                        .with("now", clock.instant())
                        .with("seen", seen == null ? account : seen)
                        .run()
                == 1;
    }

    void release(AccountId account, Email email) {
        db.sql("delete from accounts.claim where value = :value and account_id = :account")
                .with("value", email.text())
                .with("account", account)
                .run();
    }
}
