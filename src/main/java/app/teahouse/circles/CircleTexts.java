package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a circle says of itself and asks of those who come: about page, rules, questions. */
@Component
public class CircleTexts {
    private final Db db;

    CircleTexts(Db db) {
        this.db = db;
    }

    /**
     * All that somebody at the door of a circle reads.
     *
     * @param rulesHtml null where there are no rules
     */
    public record Front(
            String aboutHtml, @Nullable String rulesHtml, List<Question> questions, long members, long posts) {}

    public Front front(CircleId circle) {
        return db.sql("""
                select c.about_html, r.html,
                       (select json_agg(json_build_object('text', q.body, 'kind', q.kind, 'required', q.required,
                                                          'choices', q.choices::json)
                                        order by q.position)
                          from circles.question q
                         where q.circle_id = c.circle_id),
                       p.member_count, p.post_count
                  from circles.circle c
                  join circles.pulse p on p.circle_id = c.circle_id
                  left join circles.rules r on r.circle_id = c.circle_id and r.version = c.rules_version
                 where c.circle_id = :circle
                """)
                .with("circle", circle)
                .one((row, n) -> new Front(
                        row.getString(1),
                        row.getString(2),
                        Question.all(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5)));
    }

    public record About(String markdown, String html) {}

    public About about(CircleId circle) {
        return db.sql("select about, about_html from circles.circle where circle_id = :circle")
                .with("circle", circle)
                .one((row, n) -> new About(row.getString(1), row.getString(2)));
    }

    public record Rules(int version, String markdown, String html, Instant madeAt) {}

    /** The rules that hold now; none where nobody wrote any, or where they were taken away. */
    public Optional<Rules> rules(CircleId circle) {
        return db.sql("""
                select r.version, r.body, r.html, r.made_at
                  from circles.circle c
                  join circles.rules r on r.circle_id = c.circle_id and r.version = c.rules_version
                 where c.circle_id = :circle
                """)
                .with("circle", circle)
                .maybe((row, n) -> new Rules(row.getInt(1), row.getString(2), row.getString(3), Db.instant(row, 4)));
    }

    /** What is asked of who joins, in order. */
    public List<Question> questions(CircleId circle) {
        return db.sql("""
                select body, kind, required, choices
                  from circles.question
                 where circle_id = :circle
                 order by position
                 limit 20
                """)
                .with("circle", circle)
                .all((row, n) -> Question.of(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4)));
    }
}
