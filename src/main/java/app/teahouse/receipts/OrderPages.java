package app.teahouse.receipts;

import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Books;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.RefundOrder;
import app.teahouse.orders.RefundUnused;
import app.teahouse.plans.Plans;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Money › Orders: who bought what, each with the story of its transfers, and refunds by staff. */
@Controller
class OrderPages {
    private final Templates templates;
    private final OrderSheet orderSheet;
    private final RefundOrder refundOrder;
    private final Books books;
    private final RefundUnused refundUnused;
    private final Plans plans;

    OrderPages(
            Templates templates,
            OrderSheet orderSheet,
            RefundOrder refundOrder,
            Books books,
            RefundUnused refundUnused,
            Plans plans) {
        this.templates = templates;
        this.orderSheet = orderSheet;
        this.refundOrder = refundOrder;
        this.books = books;
        this.refundUnused = refundUnused;
        this.plans = plans;
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money/orders";
    }

    @GetMapping("/c/{slug}/manage/money/orders")
    Page list(
            Partner partner,
            Frame frame,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(required = false) @Nullable String before) {
        var filter = OrderFilter.of(from, to, plan, currency, only);
        return Page.of(templates.receiptsList(
                frame, filter, plans.all(partner.circle()), orderSheet.of(partner, filter, before)));
    }

    @GetMapping("/c/{slug}/manage/money/orders/{id}")
    Page one(Partner partner, Frame frame, @PathVariable OrderId id) {
        return Page.of(one(
                partner, frame, id, Form.blank(frame, "id", Ids.text(new RefundId(Ids.next())), "endsAccess", true)));
    }

    JteModel one(Partner partner, Frame frame, OrderId id, Form form) {
        var view = orderSheet.of(partner, id);
        var checkout = view.order().checkout();
        var causes = checkout == null ? List.of(id.value()) : List.of(checkout.value(), id.value());
        return templates.receiptsOne(frame, view, books.story(partner.circle(), causes), form);
    }

    /** The form carries the refund's id, so that the same form sent twice gives back once. */
    @PostMapping("/c/{slug}/manage/money/orders/{id}/refund")
    @WhileHalted
    Page refund(Partner partner, Frame frame, @PathVariable OrderId id, Form form) {
        return form.submit(
                () -> {
                    var view = orderSheet.of(partner, id);
                    var amount = amount(form, view.order());
                    var wish = new RefundOrder.Wish(
                            new RefundId(Ids.parse(form.value("id"))),
                            amount,
                            form.value("reason"),
                            form.has("endsAccess"));
                    refundOrder.byStaff(partner, id, wish);
                    return Page.to(url(partner) + "/" + Ids.text(id)).saying("receipts.refund.begun");
                },
                again -> one(partner, frame, id, again));
    }

    private static Money amount(Form form, Order order) {
        return Prices.typed(form.value("amount"), order.amount().currency())
                .orElseThrow(() -> Refusal.invalid("amount", "refund.nothing"));
    }

    /** What is unused of all paid time, with its sum before the button. */
    @GetMapping("/c/{slug}/manage/money/unused")
    Page unused(Partner partner, Frame frame) {
        return Page.of(unused(partner, frame, Form.blank(frame)));
    }

    private JteModel unused(Partner partner, Frame frame, Form form) {
        var unused = refundUnused.of(partner.circle());
        return templates.receiptsUnused(
                frame,
                unused.stream().map(one -> one.order()).toList(),
                unused.stream().map(one -> one.money()).toList(),
                form);
    }

    @PostMapping("/c/{slug}/manage/money/unused")
    @WhileHalted
    Page giveBackUnused(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    new Faults().text("reason", form.value("reason"), 300).refuse();
                    refundUnused.giveBack(partner, form.value("reason")).ifPresent(code -> {
                        throw Refusal.conflict(code);
                    });
                    return Page.to("/c/" + partner.member().face().slug() + "/manage/money/unused")
                            .saying("receipts.refund.begun");
                },
                again -> unused(partner, frame, again));
    }
}
