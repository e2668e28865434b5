package app.teahouse.timeline;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.web.Frame;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How a member came, and when they were last here. */
@Component
@Order(-2)
class GlanceOfMembership implements Glance {
    private final Db db;

    GlanceOfMembership(Db db) {
        this.db = db;
    }

    private record Row(@Nullable String came, Instant joined, Instant seen) {}

    @Override
    public List<Fact> facts(Member reader, MemberCard card, Frame frame) {
        return db.sql("""
                select came, joined_at, seen_at
                  from members.membership
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", reader.circle())
                .with("account", card.account())
                .maybe((row, n) -> new Row(row.getString(1), Db.instant(row, 2), Db.instant(row, 3)))
                .map(row -> List.of(
                        new Fact(
                                frame.t("timeline.fact.came"),
                                frame.t("timeline.came." + (row.came() == null ? "unknown" : row.came())) + " · "
                                        + frame.day(row.joined())),
                        new Fact(frame.t("timeline.fact.seen"), frame.when(row.seen()))))
                .orElse(List.of());
    }
}
