package app.teahouse.announcements;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Owner;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many announcements a member gets by mail in a week of Monday to Sunday. Those beyond it come in the app alone. */
@Component
class WeeklyLimit implements Job {
    static final int DEFAULT = 2;
    private static final int MOST = 7;
    private static final int STEP = 500;

    private final Db db;

    WeeklyLimit(Db db) {
        this.db = db;
    }

    int of(CircleId circle) {
        return db.sql("select weekly_mails from announcements.choice where circle_id = :circle")
                .with("circle", circle)
                .maybe(Integer.class)
                .orElse(DEFAULT);
    }

    @Transactional
    public void choose(Owner owner, int mails) {
        new Faults()
                .require(mails >= 0 && mails <= MOST, "mails", "field.unknown-choice")
                .refuse();
        db.sql("""
                insert into announcements.choice (circle_id, weekly_mails)
                values (:circle, :mails)
                on conflict (circle_id) do update set weekly_mails = excluded.weekly_mails
                """).with("circle", owner.circle()).with("mails", mails).run();
    }

    /** Counts one mail for each who has not had all of them; of two announcements at once, one takes the last. */
    Set<AccountId> take(CircleId circle, ZoneId zone, Collection<AccountId> readers, Instant now) {
        var most = of(circle);
        if (most == 0 || readers.isEmpty()) {
            return Set.of();
        }
        return db
                .sql("""
                insert into announcements.week as w (circle_id, account_id, monday, mails)
                select :circle, a, :monday, 1
                  from unnest(:readers) a
                 order by a
                on conflict (circle_id, account_id, monday) do update
                   set mails = w.mails + 1
                 where w.mails < :most
                returning account_id
                """)
                .with("circle", circle)
                .with("monday", monday(now, zone))
                .with("most", most)
                .withIds("readers", readers)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)))
                .stream()
                .collect(Collectors.toSet());
    }

    private static LocalDate monday(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public String name() {
        return "announcements.forget-weeks";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    /** Weeks that are over count for nothing. */
    @Override
    public boolean step(Instant now) {
        record Old(CircleId circle, AccountId account, LocalDate monday) {}
        var old = db.sql(
                        "select circle_id, account_id, monday from announcements.week where monday < :before limit :most")
                .with("before", monday(now, ZoneOffset.UTC).minusWeeks(2))
                .with("most", STEP)
                .all((row, n) -> new Old(
                        new CircleId(Db.uuid(row, 1)),
                        new AccountId(Db.uuid(row, 2)),
                        row.getObject(3, LocalDate.class)));
        old.stream()
                .collect(Collectors.groupingBy(Old::circle))
                .forEach((circle, rows) -> db.sql("""
                delete from announcements.week
                 where circle_id = :circle and account_id = any(:accounts) and monday < :before
                """)
                        .with("circle", circle)
                        .withIds("accounts", rows.stream().map(Old::account).toList())
                        .with("before", monday(now, ZoneOffset.UTC).minusWeeks(2))
                        .run());
        return old.size() == STEP;
    }
}
