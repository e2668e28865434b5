package app.teahouse.suspicions;

import app.teahouse.entrance.Sign;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether an account still waits because its sign-up looked like a machine's, for the rooms where it comes in and speaks. */
@Component
public class Suspicions {
    private final Db db;

    Suspicions(Db db) {
        this.db = db;
    }

    public boolean waits(AccountId account) {
        return db.sql("select 1 from suspicions.suspicion where account_id = :account and state = 'waiting'")
                .with("account", account)
                .exists();
    }

    /** What stands against each of these that wait; the others are left out. */
    public Map<AccountId, List<Sign>> of(Collection<AccountId> accounts) {
        record Row(AccountId account, List<Sign> signs) {}
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                select account_id, reasons
                  from suspicions.suspicion
                 where account_id = any(:accounts) and state = 'waiting'
                """)
                .withIds("accounts", accounts)
                .all((row, n) -> new Row(new AccountId(Db.uuid(row, 1)), signs(Db.texts(row, 2))))
                .stream()
                .collect(Collectors.toMap(Row::account, Row::signs));
    }

    static List<Sign> signs(List<String> names) {
        return names.stream().map(name -> Db.constant(Sign.class, name)).toList();
    }
}
