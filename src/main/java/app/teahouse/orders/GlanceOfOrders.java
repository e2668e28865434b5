package app.teahouse.orders;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Money;
import app.teahouse.members.MemberCard;
import app.teahouse.timeline.Glance;
import app.teahouse.web.Frame;
import app.teahouse.web.Prices;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a member paid in this circle after what went back, for those who lead it. */
@Component
@Order(1)
class GlanceOfOrders implements Glance {
    private final Db db;

    GlanceOfOrders(Db db) {
        this.db = db;
    }

    @Override
    public List<Fact> facts(Member reader, MemberCard card, Frame frame) {
        if (!reader.role().leads()) {
            return List.of();
        }
        return db.sql("""
                select count(*), sum(amount - refunded), currency
                  from orders.entry
                 where circle_id = :circle and account_id = :account and paid_at is not null
                 group by currency
                 order by currency
                """)
                .with("circle", reader.circle())
                .with("account", card.account())
                .all((row, n) -> new Fact(
                        frame.t("timeline.fact.paid"),
                        frame.t(
                                "timeline.paid",
                                "count",
                                row.getLong(1),
                                "sum",
                                Prices.exact(Money.of(row.getLong(2), row.getString(3)), frame.locale()))));
    }
}
