package app.teahouse.orders;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member paid in this circle and what went back, for those who lead it. */
@Component
class LinesOfOrders implements Lines {
    private final Db db;

    LinesOfOrders(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.MONEY);
    }

    @Override
    public boolean open(Member reader) {
        return reader.role().leads();
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select o.paid_at as at, 'paid' as kind, o.order_id as id, o.title as text, '' as quote,
                       '/manage/money/orders/' || o.order_id as path, cast(null as uuid) as by_id, o.amount, o.currency
                  from orders.entry o
                 where o.circle_id = :circle and o.account_id = :account and o.paid_at is not null
                 union all
                select coalesce(r.ended_at, r.made_at), 'refunded', r.refund_id, o.title, r.reason,
                       '/manage/money/orders/' || o.order_id, case when r.by_member then null else r.by_id end, r.amount, o.currency
                  from orders.entry o
                  join orders.refund r on r.circle_id = o.circle_id and r.order_id = o.order_id and r.state = 'done'
                 where o.circle_id = :circle and o.account_id = :account
                """ + Before.REST));
    }
}
