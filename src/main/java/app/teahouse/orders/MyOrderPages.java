package app.teahouse.orders;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.TransferId;
import app.teahouse.payments.RefundId;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
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
    private final AskForInvoice askForInvoice;

    MyOrderPages(Templates templates, OrderSheet orderSheet, RefundOrder refundOrder, AskForInvoice askForInvoice) {
        this.templates = templates;
        this.orderSheet = orderSheet;
        this.refundOrder = refundOrder;
        this.askForInvoice = askForInvoice;
    }

    @GetMapping("/me/orders")
    Page list(Person person, Frame frame, @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.ordersMine(frame, orderSheet.mine(person, before)));
    }

    /** The receipt; it prints well. */
    @GetMapping("/me/orders/{id}")
    Page one(Person person, Frame frame, @PathVariable OrderId id) {
        return Page.of(templates.ordersReceipt(frame, orderSheet.mine(person, id), Form.blank(frame)));
    }

    /** One taking back an order, whoever presses twice. */
    @PostMapping("/me/orders/{id}/refund")
    Page takeBack(Person person, Frame frame, @PathVariable OrderId id, Form form) {
        return form.submit(
                () -> {
                    var order = orderSheet.myOrder(person, id);
                    var refund =
                            new RefundId(TransferId.of(id.value(), "taken back").value());
                    refundOrder.byMember(person, order.circle(), id, refund);
                    return Page.to("/me/orders/" + Ids.text(id)).saying("orders.refund.begun");
                },
                again -> templates.ordersReceipt(frame, orderSheet.mine(person, id), again));
    }

    @PostMapping("/me/orders/{id}/invoice")
    Page invoice(Person person, Frame frame, @PathVariable OrderId id, Form form) {
        return form.submit(
                () -> {
                    askForInvoice.ask(
                            orderSheet.myOrder(person, id),
                            new AskForInvoice.Wish(form.value("title"), form.value("taxNumber"), form.value("email")));
                    return Page.to("/me/orders/" + Ids.text(id)).saying("orders.invoice.asked");
                },
                again -> templates.ordersReceipt(frame, orderSheet.mine(person, id), again));
    }
}
