package app.teahouse.announcements;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom an announcement is for: all members, or a segment of them. Always those who are in the circle now; whose time is over reads nothing inside. */
@Component
class Recipients {
    private final Db db;

    Recipients(Db db) {
        this.db = db;
    }

    /** What can be chosen, by what stands in the form. */
    Map<String, String> choices(CircleId circle, Locale locale) {
        return Map.of();
    }

    /** What a segment is called; nothing if it is gone. */
    Optional<String> name(CircleId circle, UUID segment, Locale locale) {
        return Optional.empty();
    }

    long count(CircleId circle, @Nullable UUID segment) {
        return db.sql("select count(*) from members.membership where circle_id = :circle and state = 'active'")
                .with("circle", circle)
                .one(Long.class);
    }

    /** The next ones, by their ids. */
    List<AccountId> page(CircleId circle, @Nullable UUID segment, @Nullable UUID after, int most) {
        return db.sql("""
                select account_id
                  from members.membership
                 where circle_id = :circle and state = 'active'
                """)
                .and(after != null, "and account_id > :after")
                .and(true, "order by account_id limit :most")
                .with("circle", circle)
                .with("after", after)
                .with("most", most)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
    }

    /** Those of them who were members at that moment and are now: who joins later does not get it. */
    Set<AccountId> membersSince(CircleId circle, Instant moment, Collection<AccountId> accounts) {
        return db
                .sql("""
                select account_id
                  from members.membership
                 where circle_id = :circle and account_id = any(:accounts) and state = 'active' and joined_at <= :moment
                """)
                .with("circle", circle)
                .with("moment", moment)
                .withIds("accounts", accounts)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)))
                .stream()
                .collect(Collectors.toSet());
    }
}
