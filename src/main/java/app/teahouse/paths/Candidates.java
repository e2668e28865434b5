package app.teahouse.paths;

import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds the posts that may come into a member's path: what stands in published columns, the youngest highlights, what is in the pool, and
 * the latest. What they wrote, read, or passed on an earlier path is left out, and so is what they may not read.
 */
@Component
class Candidates {
    private final Db db;
    private final Guard guard;

    Candidates(Db db, Guard guard) {
        this.db = db;
        this.guard = guard;
    }

    List<Candidate> of(Member member) {
        var places = places(member);
        var reader = Reader.of(member);
        var found = db.sql("""
                with found as (
                      select post_id from paths.pool where circle_id = :circle
                       union
                      select post_id from unnest(cast(:placed as uuid[])) as placed (post_id)
                       union
                     (select post_id
                        from content.post
                       where circle_id = :circle and state = 'live' and highlighted_at is not null
                       order by number desc
                       limit 200)
                       union
                     (select post_id
                        from content.post
                       where circle_id = :circle and state = 'live'
                       order by number desc
                       limit 200))
                select p.post_id, p.number, p.minutes, p.published_at, coalesce(cast(p.author_id as text), p.byline),
                       array(select t.tag_id from tags.post_tag t where t.circle_id = p.circle_id and t.post_id = p.post_id),
                       p.highlighted_at is not null, p.comment_count, p.reaction_count,
                       p.comment_count > 0 and p.title ~ '[?？]\\s*$'
                   and exists (select 1
                                 from comments.comment c
                                where c.circle_id = p.circle_id and c.post_id = p.post_id and c.state = 'live'
                                  and (p.author_id is null or c.author_id <> p.author_id)),
                       coalesce(l.readers, 0), coalesce(l.finished, 0),
                """ + Guarded.FACTS + """
                  from found f
                  join content.post p on p.circle_id = :circle and p.post_id = f.post_id
                  left join reading.tally l on l.circle_id = p.circle_id and l.number = p.number
                  left join reading.position o
                    on o.circle_id = p.circle_id and o.account_id = :account and o.number = p.number
                 where p.state = 'live' and p.kind = 'post' and o.finished_at is null
                   and (p.author_id is null or p.author_id <> :account)
                   and not exists (select 1
                                     from paths.passed s
                                    where s.circle_id = p.circle_id and s.account_id = :account and s.post_id = p.post_id)
                   and not exists (select 1
                                     from columns.done d
                                    where d.circle_id = p.circle_id and d.account_id = :account and d.post_id = p.post_id)
                 order by p.number desc
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .withTexts(
                        "placed", places.keySet().stream().map(UUID::toString).toList())
                .all((row, n) -> new Found(candidate(row, places), Guarded.read(row, 13)));
        var rulings = guard.of(reader, found.stream().map(Found::guarded).toList());
        return found.stream()
                .filter(one -> rulings.of(one.guarded()).isOpen())
                .map(Found::candidate)
                .toList();
    }

    private record Found(Candidate candidate, Guarded guarded) {}

    private static Candidate candidate(ResultSet row, Map<UUID, List<Candidate.Place>> places) throws SQLException {
        var post = Db.uuid(row, 1);
        return new Candidate(
                post,
                row.getLong(2),
                row.getInt(3),
                Db.instant(row, 4),
                row.getString(5),
                new HashSet<>(Db.uuids(row, 6)),
                row.getBoolean(7),
                row.getLong(8),
                row.getLong(9),
                row.getBoolean(10),
                row.getLong(11),
                row.getLong(12),
                places.getOrDefault(post, List.of()));
    }

    private record Placed(UUID post, Candidate.Place place) {}

    /** Where posts stand in published columns; a column is small, and so is the number of columns. */
    private Map<UUID, List<Candidate.Place>> places(Member member) {
        var places = new HashMap<UUID, List<Candidate.Place>>();
        db.sql("""
                select i.post_id, c.number, c.name,
                       row_number() over (partition by c.number order by s.position nulls first, i.position, i.post_id)
                  from columns.series c
                  join columns.item i on i.circle_id = c.circle_id and i.column_id = c.column_id
                  left join columns.section s
                    on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                 where c.circle_id = :circle and c.published_at is not null
                 order by c.number desc
                 limit 1000
                """)
                .with("circle", member.circle())
                .all((row, n) -> new Placed(
                        Db.uuid(row, 1), new Candidate.Place(row.getLong(2), row.getString(3), row.getInt(4))))
                .forEach(placed -> places.computeIfAbsent(placed.post(), _ -> new ArrayList<>())
                        .add(placed.place()));
        return places;
    }
}
