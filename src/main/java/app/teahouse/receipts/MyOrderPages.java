package app.teahouse.receipts;

import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.TransferId;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.RefundOrder;
import app.teahouse.till.Storefront;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody bought, over all circles: receipts, refunds, invoices. */
@Controller
class MyOrderPages {
    private final Templates templates;
    private final OrderSheet orderSheet;
    private final RefundOrder refundOrder;
    private final Storefront storefront;

    MyOrderPages(Templates templates, OrderSheet orderSheet, RefundOrder refundOrder, Storefront storefront) {
        this.templates = templates;
        this.orderSheet = orderSheet;
        this.refundOrder = refundOrder;
        this.storefront = storefront;
    }

    @GetMapping("/me/orders")
    Page list(
            Person person,
            Frame frame,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.receiptsMine(
                frame, orderSheet.mine(person, before), storefront.here(request).sells()));
    }

    /** The receipt; it prints well. */
    @GetMapping("/me/orders/{id}")
    Page one(Person person, Frame frame, HttpServletRequest request, @PathVariable OrderId id) {
        var view = orderSheet.mine(person, id);
        return Page.of(page(frame, request, view, blank(frame, view)));
    }

    /** The form for an invoice shows what was asked for before. */
    private static Form blank(Frame frame, OrderView view) {
        var asked = view.own().invoice();
        return asked == null
                ? Form.blank(frame)
                : Form.blank(frame, "title", asked.title(), "taxNumber", asked.taxNumber(), "email", asked.email());
    }

    JteModel page(Frame frame, HttpServletRequest request, OrderView view, Form form) {
        // In WeChat on iPhones nothing is sold, so nothing asks to be paid (rules.md R12).
        return templates.receiptsReceipt(frame, view, storefront.here(request).sells(), form);
    }

    /** One taking back an order, whoever presses twice. */
    @PostMapping("/me/orders/{id}/refund")
    Page takeBack(Person person, Frame frame, HttpServletRequest request, @PathVariable OrderId id, Form form) {
        return form.submit(
                () -> {
                    var order = orderSheet.myOrder(person, id);
                    var refund =
                            new RefundId(TransferId.of(id.value(), "taken back").value());
                    refundOrder.byMember(person, order.circle(), id, refund);
                    return Page.to("/me/orders/" + Ids.text(id)).saying("receipts.refund.begun");
                },
                again -> page(frame, request, orderSheet.mine(person, id), again));
    }
}
