package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The addresses that people have proved to be theirs. Whoever asks makes marks of them and shows them to nobody. */
@Component
public class VerifiedAddresses {
    private final Db db;

    VerifiedAddresses(Db db) {
        this.db = db;
    }

    public Optional<Email> of(AccountId account) {
        return Optional.ofNullable(of(List.of(account)).get(account));
    }

    public Map<AccountId, Email> of(Collection<AccountId> accounts) {
        record Row(AccountId account, String email) {}
        var found = new HashMap<AccountId, Email>();
        db.sql("""
                select account_id, email
                  from accounts.account
                 where account_id = any(:accounts) and verified_at is not null and email is not null and state = 'active'
                """)
                .withIds("accounts", accounts)
                .all((row, n) -> new Row(new AccountId(Db.uuid(row, 1)), row.getString(2)))
                .forEach(row -> Email.of(row.email()).ifPresent(email -> found.put(row.account(), email)));
        return found;
    }
}
