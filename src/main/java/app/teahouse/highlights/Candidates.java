package app.teahouse.highlights;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.roster.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which posts members made something of lately. The score is (4 × people who commented + 2 × people who reacted + people who read)
 * ÷ √(age in days + 2); nobody counts for their own post, and nobody twice. The page says so in a sentence.
 */
@Component
class Candidates {
    static final int DAYS = 30;
    static final int SHOWN = 10;

    private final Db db;
    private final Clock clock;

    Candidates(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Looked for among the newest five hundred posts. Counters that are kept choose forty of them, of which people are counted, so it
     * costs the same in every circle.
     */
    List<Candidate> of(Staff staff) {
        var now = clock.instant();
        return db.sql("""
                with recent as materialized (
                    select p.post_id, p.number, p.author_id, p.byline, p.title, p.excerpt, p.published_at, p.comment_count,
                           p.reaction_count, p.highlighted_at
                      from content.post p
                     where p.circle_id = :circle and p.state = 'live'
                     order by p.number desc
                     limit 500),
                likely as materialized (
                    select r.*, coalesce(y.readers, 0) as readers,
                           sqrt(extract(epoch from cast(:now as timestamptz) - r.published_at) / 86400 + 2) as damped
                      from recent r
                      left join reading.tally y on y.circle_id = :circle and y.number = r.number
                     where r.highlighted_at is null and r.published_at > :since
                       and not exists (select 1
                                         from highlights.dismissed d
                                        where d.circle_id = :circle and d.post_id = r.post_id)
                       and (r.comment_count > 0 or r.reaction_count > 0 or y.readers > 0)
                     order by (4 * r.comment_count + 2 * r.reaction_count + coalesce(y.readers, 0))
                              / sqrt(extract(epoch from cast(:now as timestamptz) - r.published_at) / 86400 + 2) desc, r.number desc
                     limit 40)
                select l.number, l.title, l.excerpt, l.published_at, l.readers, c.people, x.people,
                       (10 * (4 * c.people + 2 * x.people + l.readers) / l.damped)::bigint as score,
                       l.author_id, l.byline, m.alias, m.picture, m.number, m.role, m.state
                  from likely l
                 cross join lateral (select count(distinct k.author_id) as people
                                       from comments.comment k
                                      where k.circle_id = :circle and k.post_id = l.post_id and k.state = 'live'
                                        and (l.author_id is null or k.author_id <> l.author_id)) c
                 cross join lateral (select count(*) as people
                                       from reactions.reaction k
                                      where k.circle_id = :circle and k.target_id = l.post_id
                                        and (l.author_id is null or k.account_id <> l.author_id)) x
                  left join members.membership m on m.circle_id = :circle and m.account_id = l.author_id
                 where 4 * c.people + 2 * x.people + l.readers > 0
                 order by score desc, l.number desc
                 limit 10
                """)
                .with("circle", staff.circle())
                .with("since", now.minus(Duration.ofDays(DAYS)))
                .with("now", now)
                .all((row, n) -> candidate(row));
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getLong(1),
                Posts.named(row.getString(2), row.getString(3), row.getLong(1)),
                row.getString(3),
                Author.read(row, 9),
                Db.instant(row, 4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getLong(8));
    }
}
