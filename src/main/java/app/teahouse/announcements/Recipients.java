package app.teahouse.announcements;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.segments.Audiences;
import app.teahouse.segments.SegmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
    private final Audiences audiences;

    Recipients(Db db, Audiences audiences) {
        this.db = db;
        this.audiences = audiences;
    }

    /** What can be chosen, with how many there were when they were counted last; by what stands in the form. */
    List<Audiences.Choice> choices(CircleId circle, Locale locale) {
        return audiences.choices(circle, locale);
    }

    /** What a segment is called; nothing if it is gone. */
    Optional<String> name(CircleId circle, UUID segment, Locale locale) {
        return audiences.name(circle, new SegmentId(segment), locale);
    }

    long count(CircleId circle, @Nullable UUID segment) {
        return audiences.count(circle, segment == null ? null : new SegmentId(segment));
    }

    /** The next ones, by their ids. */
    List<AccountId> page(CircleId circle, @Nullable UUID segment, @Nullable UUID after, int most) {
        return audiences.page(
                circle,
                segment == null ? null : new SegmentId(segment),
                after == null ? null : new AccountId(after),
                most);
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
