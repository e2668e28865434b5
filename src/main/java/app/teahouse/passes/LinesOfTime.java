package app.teahouse.passes;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import app.teahouse.web.Frame;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The time a member was given or paid for: which plan, and its days. What it cost, orders know. */
@Component
class LinesOfTime implements Lines {
    private final Db db;

    LinesOfTime(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.MONEY);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select s.made_at as at, 'time_' || s.source as kind, s.span_id as id, coalesce(p.name, '') as text,
                       s.first_day || '/' || coalesce(cast(s.last_day as text), '') as quote, '' as path, cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from passes.span s
                  left join plans.plan p on p.circle_id = s.circle_id and p.plan_id = s.plan_id
                 where s.circle_id = :circle and s.account_id = :account
                """ + Before.REST));
    }

    /** Its days, which programs read as an interval of ISO 8601. */
    @Override
    public String quote(Frame frame, Line line) {
        var days = line.quote().split("/", -1);
        var first = frame.date(LocalDate.parse(days[0]));
        return days[1].isEmpty()
                ? frame.t("timeline.from", "first", first)
                : frame.t("timeline.days", "first", first, "last", frame.date(LocalDate.parse(days[1])));
    }
}
