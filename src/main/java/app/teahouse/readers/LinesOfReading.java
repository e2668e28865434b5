package app.teahouse.readers;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member read to its end; nothing of who keeps their reading to themselves, or kept it then. */
@Component
class LinesOfReading implements Lines {
    private final Db db;

    LinesOfReading(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.WORDS);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select o.finished_at as at, 'read' as kind, p.post_id as id, coalesce(nullif(p.title, ''), left(p.excerpt, 60)) as text,
                       '' as quote, '/p/' || p.number as path, cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from members.membership m
                  join reading.position o on o.circle_id = m.circle_id and o.account_id = m.account_id
                  join content.post p on p.circle_id = o.circle_id and p.number = o.number and p.state = 'live'
                 where m.circle_id = :circle and m.account_id = :account and m.state = 'active' and not m.discreet
                   and o.circle_id = :circle and o.account_id = :account and o.finished_at is not null and not o.discreet
                   -- The place names the post, which is of another table: said once more for the index.
                   and o.finished_at <= :at
                """ + Before.REST));
    }
}
