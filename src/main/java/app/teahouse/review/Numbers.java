package app.teahouse.review;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the staff decide: how much, how soon, and how often it was taken back. Of the last thirty days, ten thousand decisions at most. */
@Component
public class Numbers {
    /** Over how many days one may look. */
    public static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    static final String USUAL = "30";

    private final Db db;
    private final Clock clock;

    Numbers(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param name what they are called, or null where that account is gone; of the first line, all together
     * @param middle half of all was decided within so many seconds
     * @param slowest nine of ten were decided within so many seconds
     */
    public record Line(@Nullable String name, long decided, long kept, long reversed, long middle, long slowest) {}

    /** A time in words, rounded to what matters of it. */
    public static String inWords(Frame frame, long seconds) {
        if (seconds < 3_600) {
            return frame.t("review.time.minutes", "count", Math.max(1, Math.round(seconds / 60.0)));
        }
        return seconds < 172_800
                ? frame.t("review.time.hours", "count", Math.round(seconds / 3_600.0))
                : frame.t("review.time.days", "count", Math.round(seconds / 86_400.0));
    }

    /**
     * @param days one of {@link #DAYS}
     * @return all together, and each who decided, those who decided most first
     * @throws Refusal {@code field.unknown-choice} of the field {@code days}
     */
    List<Line> of(Staff staff, int days) {
        new Faults()
                .require(DAYS.contains(days), "days", "field.unknown-choice")
                .refuse();
        return db.sql("""
                select m.alias, n.decided, n.kept, n.reversed, n.middle, n.slowest
                  from (select d.decided_by, grouping(d.decided_by) as whole, count(*) as decided,
                               count(*) filter (where d.fate = 'keep' and d.measure = 'none') as kept,
                               count(d.reversed_at) as reversed,
                               (percentile_cont(0.5) within group (order by extract(epoch from d.decided_at - d.opened_at)))::bigint as middle,
                               (percentile_cont(0.9) within group (order by extract(epoch from d.decided_at - d.opened_at)))::bigint as slowest
                          from (select decided_by, fate, measure, reversed_at, decided_at, opened_at
                                  from review.item
                                 where circle_id = :circle and state = 'decided' and decided_at > :since
                                 order by decided_at desc, item_id desc
                                 limit 10000) d
                         group by grouping sets ((), (d.decided_by))) n
                  left join members.membership m on m.circle_id = :circle and m.account_id = n.decided_by
                 order by n.whole desc, n.decided desc, m.number
                 limit 101
                """)
                .with("circle", staff.circle())
                .with("since", clock.instant().minus(Duration.ofDays(days)))
                .all((row, n) -> read(row));
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
    }
}
