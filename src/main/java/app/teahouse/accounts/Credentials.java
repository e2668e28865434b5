package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows which accounts an address and a password may belong to: the one that holds the address, and the newest one that gave it
 * without having verified it. Two hashes are computed whatever is known, so that time tells nothing.
 */
@Component
public class Credentials {
    private final Db db;
    private final Passwords passwords;

    Credentials(Db db, Passwords passwords) {
        this.db = db;
        this.passwords = passwords;
    }

    /** An account whose password was given. */
    public record Known(AccountId account, boolean blocked, String hash) {}

    public Optional<Known> find(AddressBook.Entry entry, String password) {
        var known = accounts(entry);
        var found = new ArrayList<Known>();
        for (var account : new @Nullable AccountId[] {entry.holder(), entry.candidate()}) {
            var one = account == null ? null : known.get(account);
            if (passwords.matches(password, one == null ? null : one.hash()) && one != null) {
                found.add(one);
            }
        }
        return found.stream().findFirst();
    }

    /** Keeps a stronger hash of the same password, unless there is another password by now. */
    public void strengthen(Known known, String stronger) {
        db.sql("""
                update accounts.account
                   set password_hash = :stronger
                 where account_id = :account and password_hash = :hash
                """)
                .with("stronger", stronger)
                .with("account", known.account())
                .with("hash", known.hash())
                .run();
    }

    private Map<AccountId, Known> accounts(AddressBook.Entry entry) {
        var ids = new ArrayList<AccountId>();
        if (entry.holder() != null) {
            ids.add(entry.holder());
        }
        if (entry.candidate() != null) {
            ids.add(entry.candidate());
        }
        List<Known> rows = db.sql("""
                select account_id, state = 'blocked', password_hash
                  from accounts.account
                 where account_id = any(:ids) and state <> 'deleted' and password_hash is not null
                """)
                .withIds("ids", ids)
                .all((row, n) -> new Known(new AccountId(Db.uuid(row, 1)), row.getBoolean(2), row.getString(3)));
        var known = new HashMap<AccountId, Known>();
        rows.forEach(row -> known.put(row.account(), row));
        return known;
    }
}
