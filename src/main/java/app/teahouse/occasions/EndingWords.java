package app.teahouse.occasions;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.passes.PassEnding;
import app.teahouse.segments.Grade;
import app.teahouse.segments.Grades;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How a reminder is worded (rules.md R10): who took much part hears what they and others have of it, who took some hears of the best
 * of late, and who took little is not pressed.
 */
@Component
class EndingWords {
    private static final Duration LATELY = Duration.ofDays(60);
    private static final int MOST_GEMS = 3;
    private static final int LONGEST = 80;

    private final Grades grades;
    private final Db db;

    EndingWords(Grades grades, Db db) {
        this.grades = grades;
        this.db = db;
    }

    /** The key of a letter, and what stands in it. */
    record Worded(String key, Map<String, Object> facts) {}

    /** @param key of the plain wording, for who takes little part */
    Worded word(PassEnding event, String key, Map<String, Object> facts, Instant now) {
        var activity = grades.of(event.circle(), event.account(), now);
        var more = new HashMap<>(facts);
        // What is said of ties is true only of who wrote.
        if (activity.grade() == Grade.HIGH && activity.written() > 0) {
            more.put("active", activity.days());
            more.put("written", activity.written());
            return new Worded(key + ".high", more);
        }
        var gems = activity.grade() != Grade.LOW && event.daysLeft() >= 0 ? gems(event.circle(), now) : List.of();
        if (gems.isEmpty()) {
            return new Worded(key, facts);
        }
        more.put("gems", String.join("\n", gems.stream().map(gem -> "• " + gem).toList()));
        return new Worded(key + ".middle", more);
    }

    /** What was picked of late and every member may read. */
    private List<String> gems(CircleId circle, Instant now) {
        return db.sql("""
                select case when title <> '' then title else excerpt end
                  from content.post
                 where circle_id = :circle and state = 'live' and highlighted_at is not null and highlighted_at > :since
                   and locks = '{}'
                 order by highlighted_at desc, post_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("since", now.minus(LATELY))
                .with("most", MOST_GEMS)
                .all((row, n) -> shortened(row.getString(1)));
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
