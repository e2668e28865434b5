package app.teahouse.timeline;

import app.teahouse.kernel.Db;
import app.teahouse.web.Frame;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** That somebody joined, and which way; that they left, or their time was over. Whom staff removed, the log knows. */
@Component
class LinesOfMembership implements Lines {
    private final Db db;

    LinesOfMembership(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.COMING);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select m.joined_at as at, 'joined' as kind, m.account_id as id, coalesce(m.came, '') as text, '' as quote,
                       '' as path, cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from members.membership m
                 where m.circle_id = :circle and m.account_id = :account
                 union all
                select m.ended_at, m.state, m.account_id, '', '', '', null, null, null
                  from members.membership m
                 where m.circle_id = :circle and m.account_id = :account and m.state in ('left', 'expired')
                """ + Before.REST));
    }

    @Override
    public String quote(Frame frame, Line line) {
        return line.kind().equals("joined")
                ? frame.t("timeline.came." + (line.text().isEmpty() ? "unknown" : line.text()))
                : "";
    }
}
