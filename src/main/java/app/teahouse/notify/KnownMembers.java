package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who people are in a circle: the name they go by there, and whether they are members still. */
@Component
class KnownMembers {
    private final Db db;

    KnownMembers(Db db) {
        this.db = db;
    }

    record Known(AccountId account, String name, @Nullable String picture, boolean active) {}

    /** One statement for all; who never was in the circle is missing. */
    Map<AccountId, Known> of(CircleId circle, Collection<AccountId> accounts) {
        return db
                .sql("""
                select account_id, alias, picture, state = 'active'
                  from members.membership
                 where circle_id = :circle and account_id = any(:accounts)
                """)
                .with("circle", circle)
                .withIds("accounts", accounts)
                .all((row, n) -> new Known(
                        new AccountId(Db.uuid(row, 1)), row.getString(2), row.getString(3), row.getBoolean(4)))
                .stream()
                .collect(Collectors.toMap(Known::account, known -> known));
    }
}
