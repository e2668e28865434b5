package app.teahouse.segments;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.timeline.Glance;
import app.teahouse.web.Frame;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much a member wrote, and reads; nothing of the reading of who keeps it to themselves. */
@Component
@Order(0)
class GlanceOfFacts implements Glance {
    private final Db db;

    GlanceOfFacts(Db db) {
        this.db = db;
    }

    @Override
    public List<Fact> facts(Member reader, MemberCard card, Frame frame) {
        return db.sql("""
                select posts, written, reads
                  from segments.fact
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", reader.circle())
                .with("account", card.account())
                .maybe((row, n) -> {
                    var reads = row.getObject(3, Integer.class);
                    return List.of(
                            new Fact(
                                    frame.t("timeline.fact.wrote"),
                                    frame.t("timeline.wrote", "posts", row.getInt(1), "lately", row.getInt(2))),
                            new Fact(
                                    frame.t("timeline.fact.read"),
                                    reads == null
                                            ? frame.t("timeline.read.kept")
                                            : frame.t("timeline.read", "count", reads)));
                })
                .orElse(List.of());
    }
}
