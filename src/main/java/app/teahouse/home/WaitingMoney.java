package app.teahouse.home;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.orders.OrderId;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What about money waits for the owner or a partner: somebody's yes, payments that are said to be made, refunds by hand,
 * invoices, and what a bank took back for now.
 */
@Component
@Order(10)
class WaitingMoney implements TodayCard {
    private static final int SHOWN = 4;

    private final Db db;
    private final Templates templates;

    WaitingMoney(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    /** @param many how many there are with it */
    private record Open(Waiting waiting, long many) {}

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        if (staff.role() != Role.OWNER && staff.role() != Role.PARTNER) {
            return Optional.empty();
        }
        var open = open(frame, staff);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.homeWaiting(
                        frame,
                        "money",
                        open.getFirst().many(),
                        open.stream().map(Open::waiting).toList()));
    }

    private List<Open> open(Frame frame, Staff staff) {
        return db.sql("""
                select o.what, o.id, o.amount, o.currency, coalesce(m.alias, a.name, ''), m.picture, o.since, count(*) over ()
                  from (select 'payout' as what, payout_id as id, amount, currency, asked_by as account_id, asked_at as since
                          from payouts.payout
                         where circle_id = :circle and state = 'second' and asked_by <> :me
                        union all
                        select 'arrival', k.attempt_id, c.amount, c.currency, k.payer_id, k.said_at
                          from byhand.claim k
                          join payments.attempt t on t.circle_id = k.circle_id and t.attempt_id = k.attempt_id
                          join payments.checkout c on c.circle_id = k.circle_id and c.checkout_id = k.checkout_id
                         where k.circle_id = :circle and k.state = 'waiting' and k.received_by_circle and t.state = 'open'
                        union all
                        select 'held', checkout_id, paid_amount, paid_currency, payer_id, paid_at
                          from payments.checkout
                         where circle_id = :circle and state = 'held' and received_by_circle
                        union all
                        select 'refund', r.refund_id, r.amount, r.currency, c.payer_id, r.asked_at
                          from payments.refund r
                          join payments.attempt t on t.circle_id = r.circle_id and t.attempt_id = r.attempt_id
                          join payments.checkout c on c.circle_id = r.circle_id and c.checkout_id = r.checkout_id
                         where r.circle_id = :circle and r.state <> 'done' and r.next_at is null and t.received_by_circle
                        union all
                        select 'invoice', i.order_id, e.amount, e.currency, e.account_id, i.asked_at
                          from orders.invoice i
                          join orders.entry e on e.circle_id = i.circle_id and e.order_id = i.order_id
                         where i.circle_id = :circle and i.issued_at is null
                        union all
                        select 'dispute', d.order_id, d.amount, d.currency, e.account_id, d.opened_at
                          from orders.dispute d
                          join orders.entry e on e.circle_id = d.circle_id and e.order_id = d.order_id
                         where d.circle_id = :circle and d.state = 'open') as o
                  left join members.membership m on m.circle_id = :circle and m.account_id = o.account_id
                  left join accounts.account a on a.account_id = o.account_id
                 order by o.since, o.id
                 limit :shown
                """)
                .with("circle", staff.circle())
                .with("me", staff.account())
                .with("shown", SHOWN)
                .all((row, n) -> {
                    var what = row.getString(1);
                    var sum = Money.of(row.getLong(3), row.getString(4));
                    return new Open(
                            new Waiting(
                                    "/c/" + staff.member().face().slug() + path(what, Db.uuid(row, 2)),
                                    row.getString(5),
                                    frame.t("home.waiting.money." + what, "sum", sum),
                                    row.getString(6),
                                    Db.instant(row, 7)),
                            row.getLong(8));
                });
    }

    private static String path(String what, UUID id) {
        return switch (what) {
            case "payout" -> "/manage/money/payouts";
            case "arrival" -> "/manage/money/confirm#a" + id;
            case "invoice", "dispute" -> "/manage/money/orders/" + Ids.text(new OrderId(id));
            default -> "/manage/money/confirm";
        };
    }
}
