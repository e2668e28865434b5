package app.teahouse.staffnotes;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What staff noted of a member. */
@Component
class LinesOfNotes implements Lines {
    private final Db db;

    LinesOfNotes(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.ORDER);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select n.made_at as at, 'note' as kind, n.note_id as id, '' as text, n.body as quote, '' as path, n.made_by as by_id
                """ + Before.NO_MONEY + """
                  from staffnotes.note n
                 where n.circle_id = :circle and n.account_id = :account
                """ + Before.REST));
    }
}
