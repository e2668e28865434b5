package app.teahouse.applications;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member applied for, and what staff said. */
@Component
class LinesOfApplications implements Lines {
    private final Db db;

    LinesOfApplications(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.COMING);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select a.made_at as at, 'applied' as kind, a.application_id as id, '' as text, '' as quote, '' as path,
                       cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from applications.application a
                 where a.circle_id = :circle and a.account_id = :account
                 union all
                select a.decided_at, 'answered_' || a.state, a.application_id, '', coalesce(a.reason, ''), '', a.decided_by, null, null
                  from applications.application a
                 where a.circle_id = :circle and a.account_id = :account and a.decided_at is not null
                """ + Before.REST));
    }
}
