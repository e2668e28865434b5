package app.teahouse.orders;

import app.teahouse.applications.Till;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Onlooker;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The till at the door of a circle that costs something. */
@Component
class ApplicationTill implements Till {
    private final OfferSheet offerSheet;
    private final OrderRows rows;
    private final FulfilOrder fulfilOrder;
    private final RefundOrder refundOrder;
    private final Templates templates;

    ApplicationTill(
            OfferSheet offerSheet,
            OrderRows rows,
            FulfilOrder fulfilOrder,
            RefundOrder refundOrder,
            Templates templates) {
        this.offerSheet = offerSheet;
        this.rows = rows;
        this.fulfilOrder = fulfilOrder;
        this.refundOrder = refundOrder;
        this.templates = templates;
    }

    @Override
    public JteModel box(Frame frame, Onlooker onlooker, HttpServletRequest request, Door door) {
        return templates.ordersBox(frame, offerSheet.of(onlooker, request), door);
    }

    @Override
    public void approved(CircleId circle, AccountId account) {
        rows.only(circle, account, Order.State.WAITING)
                .ifPresent(order -> fulfilOrder.approved(rows.lock(circle, order.id())));
    }

    @Override
    public void declined(CircleId circle, AccountId account) {
        rows.only(circle, account, Order.State.WAITING).ifPresent(order -> refundOrder.whole(order, account));
    }
}
