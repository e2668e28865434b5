package app.teahouse.passes;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.timeline.Glance;
import app.teahouse.web.Frame;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A member's plan, and until when they have it. */
@Component
@Order(-1)
class GlanceOfTime implements Glance {
    private final Db db;

    GlanceOfTime(Db db) {
        this.db = db;
    }

    private record Row(String plan, String source, @Nullable LocalDate last) {}

    @Override
    public List<Fact> facts(Member reader, MemberCard card, Frame frame) {
        return db.sql("""
                select coalesce(q.name, ''), p.source, p.last_day
                  from passes.pass p
                  left join plans.plan q on q.circle_id = p.circle_id and q.plan_id = p.plan_id
                 where p.circle_id = :circle and p.account_id = :account
                """)
                .with("circle", reader.circle())
                .with("account", card.account())
                .maybe((row, n) -> new Row(row.getString(1), row.getString(2), Db.maybeDay(row, 3)))
                .map(row -> List.of(new Fact(
                        frame.t("timeline.fact.time"),
                        frame.t("timeline.source." + row.source())
                                + (row.plan().isEmpty() ? "" : " · " + row.plan())
                                + " · "
                                + (row.last() == null
                                        ? frame.t("timeline.no-end")
                                        : frame.t("timeline.until", "last", frame.date(row.last()))))))
                .orElse(List.of());
    }
}
