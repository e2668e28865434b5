package app.teahouse.review;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import app.teahouse.web.Frame;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What came to the queue of a member, and what staff decided. Who reported stands nowhere here. */
@Component
class LinesOfReview implements Lines {
    private final Db db;

    LinesOfReview(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.ORDER);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select i.opened_at as at, case when i.reports > 0 then 'reported' else 'held' end as kind, i.item_id as id,
                       i.kind as text, '' as quote, '/manage/review/' || i.item_id as path, cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from review.item i
                 where i.circle_id = :circle and i.author_id = :account and (:leads or not i.about_admin)
                   and (i.reports > 0 or i.held)
                 union all
                select i.decided_at, 'decided', i.item_id, i.kind || ' ' || i.fate || ' ' || i.measure, i.reason,
                       '/manage/review/' || i.item_id, i.decided_by, null, null
                  from review.item i
                 where i.circle_id = :circle and i.author_id = :account and (:leads or not i.about_admin)
                   and i.decided_at is not null
                """ + Before.REST)
                .with("leads", before.reader().role().leads()));
    }

    @Override
    public String text(Frame frame, Line line) {
        var parts = line.text().split(" ");
        return parts.length < 3 ? "" : frame.t("log.reviewed", "kind", parts[0], "fate", parts[1], "measure", parts[2]);
    }
}
