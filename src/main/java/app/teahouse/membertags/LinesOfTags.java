package app.teahouse.membertags;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The tags that a member has, and since when. */
@Component
class LinesOfTags implements Lines {
    private final Db db;

    LinesOfTags(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.ORDER);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select w.set_at as at, 'tagged' as kind, w.tag_id as id, g.name as text, '' as quote, '' as path, w.set_by as by_id
                """ + Before.NO_MONEY + """
                  from membertags.worn w
                  join membertags.tag g on g.circle_id = w.circle_id and g.tag_id = w.tag_id and g.state = 'live'
                 where w.circle_id = :circle and w.account_id = :account and w.state = 'worn'
                """ + Before.REST));
    }
}
