package app.teahouse.offers;

import app.teahouse.applications.Till;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.orders.FulfilOrder;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderRows;
import app.teahouse.orders.RefundOrder;
import app.teahouse.web.Frame;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The till at the door of a circle that costs something. */
@Component
class ApplicationTill implements Till {
    private final Db db;
    private final OfferSheet offerSheet;
    private final OrderRows rows;
    private final FulfilOrder fulfilOrder;
    private final RefundOrder refundOrder;
    private final Templates templates;

    ApplicationTill(
            Db db,
            OfferSheet offerSheet,
            OrderRows rows,
            FulfilOrder fulfilOrder,
            RefundOrder refundOrder,
            Templates templates) {
        this.db = db;
        this.offerSheet = offerSheet;
        this.rows = rows;
        this.fulfilOrder = fulfilOrder;
        this.refundOrder = refundOrder;
        this.templates = templates;
    }

    @Override
    public JteModel box(Frame frame, Onlooker onlooker, HttpServletRequest request, Door door) {
        return templates.offersBox(frame, offerSheet.of(onlooker, request), door);
    }

    @Override
    public void approved(CircleId circle, AccountId account) {
        rows.only(circle, account, Order.State.WAITING)
                .ifPresent(order -> fulfilOrder.approved(rows.lock(circle, order.id())));
    }

    @Override
    public Map<AccountId, String> kept(Frame frame, CircleId circle, List<AccountId> applicants) {
        record Paid(AccountId account, Money amount) {}
        return db
                .sql("""
                select account_id, amount, currency
                  from orders.entry
                 where circle_id = :circle and account_id = any(:accounts) and state = 'waiting' and kind <> 'gift'
                """)
                .with("circle", circle)
                .withIds("accounts", applicants)
                .all((row, n) -> new Paid(new AccountId(Db.uuid(row, 1)), Money.of(row.getLong(2), row.getString(3))))
                .stream()
                .collect(Collectors.toMap(
                        Paid::account,
                        paid -> frame.t(
                                "offers.applicant.paid", "price", Prices.exact(paid.amount(), frame.locale()))));
    }

    @Override
    public void declined(CircleId circle, AccountId account) {
        rows.only(circle, account, Order.State.WAITING).ifPresent(order -> refundOrder.whole(order, account));
    }
}
