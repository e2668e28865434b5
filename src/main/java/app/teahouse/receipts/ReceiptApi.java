package app.teahouse.receipts;

import app.teahouse.gateways.RefundId;
import app.teahouse.idempotency.KeyNeeded;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.TransferId;
import app.teahouse.orders.AskForInvoice;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.OrderJson;
import app.teahouse.orders.RefundOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody bought, for programs: the receipt, taking it back, the invoice. {@link MyOrderPages} and {@link InvoicePages} are the other doors. */
@RestController
@RequestMapping("/api/v1/me/orders/{id}")
class ReceiptApi {
    private final OrderSheet orderSheet;
    private final RefundOrder refundOrder;
    private final AskForInvoice askForInvoice;

    ReceiptApi(OrderSheet orderSheet, RefundOrder refundOrder, AskForInvoice askForInvoice) {
        this.orderSheet = orderSheet;
        this.refundOrder = refundOrder;
        this.askForInvoice = askForInvoice;
    }

    /** @param state {@code asked}, {@code done} or {@code refused} */
    record ReturnedJson(long amount, String state, String reason, boolean byMe, Instant at) {}

    /**
     * @param issuedAt null while staff have not written it
     * @param file where it lies elsewhere, or null
     * @param attached whether it is at {@code /invoice/document}
     */
    record InvoiceJson(
            String title,
            String taxNumber,
            String email,
            Instant askedAt,
            @Nullable Instant issuedAt,
            @Nullable String file,
            boolean attached) {}

    /**
     * @param payer what they call themselves on this site
     * @param number under which it is found at whoever received it
     * @param receivedByCircle else the site did
     */
    record PaidJson(String payer, String way, String number, boolean receivedByCircle) {}

    /**
     * All amounts are in the currency of the order, in its smallest unit.
     *
     * @param circle the circle's address, and {@code circleName} its name; null where it is gone
     * @param listed the price before {@code discount}
     * @param coupon by which it was cheaper, or null
     * @param payment how it was paid, or null
     * @param left what can still go back
     * @param mayTakeBack whether its buyer may take it back now by themselves
     * @param takeBackUntil until when, where that is limited
     * @param invoice as it was asked for, or null
     */
    record ReceiptJson(
            OrderJson order,
            @Nullable String circle,
            @Nullable String circleName,
            long listed,
            long discount,
            @Nullable String coupon,
            @Nullable PaidJson payment,
            List<ReturnedJson> refunds,
            long left,
            boolean mayTakeBack,
            @Nullable Instant takeBackUntil,
            @Nullable InvoiceJson invoice) {

        static ReceiptJson of(OrderView view) {
            var order = view.order();
            var invoice = view.own().invoice();
            var payment = view.own().payment();
            return new ReceiptJson(
                    OrderJson.of(order),
                    view.slug(),
                    view.circle(),
                    order.listed().minor(),
                    order.discount().minor(),
                    view.own().coupon(),
                    payment == null
                            ? null
                            : new PaidJson(payment.payer(), payment.way(), payment.number(), payment.byCircle()),
                    view.own().refunds().stream()
                            .map(given -> new ReturnedJson(
                                    given.amount().minor(),
                                    given.state(),
                                    given.reason(),
                                    given.byMember(),
                                    given.at()))
                            .toList(),
                    view.left().minor(),
                    view.own().mayTakeBack(),
                    view.own().refundUntil(),
                    invoice == null
                            ? null
                            : new InvoiceJson(
                                    invoice.title(),
                                    invoice.taxNumber(),
                                    invoice.email(),
                                    invoice.askedAt(),
                                    invoice.issuedAt(),
                                    invoice.file(),
                                    invoice.attached()));
        }
    }

    @GetMapping("/receipt")
    ReceiptJson receipt(Person person, @PathVariable OrderId id) {
        return ReceiptJson.of(orderSheet.mine(person, id));
    }

    /** All of a first payment, within the circle's hours. It goes back once, whatever the key, and whoever asks here or on the page. */
    @PostMapping("/refund")
    ReceiptJson takeBack(
            Person person,
            @PathVariable OrderId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        KeyNeeded.check(key);
        refundOrder.byMember(person, orderSheet.myOrder(person, id).circle(), id, takenBack(id));
        return receipt(person, id);
    }

    /** The refund of whoever takes an order back, so that there is one. */
    static RefundId takenBack(OrderId order) {
        return new RefundId(TransferId.of(order.value(), "taken back").value());
    }

    /** @param taxNumber may be empty */
    record InvoiceWishJson(
            @Nullable String title,
            @Nullable String taxNumber,
            @Nullable String email) {}

    /** May be asked again, and otherwise, until it is issued. */
    @PutMapping("/invoice")
    ReceiptJson askForInvoice(Person person, @PathVariable OrderId id, @RequestBody InvoiceWishJson wish) {
        askForInvoice.ask(
                orderSheet.myOrder(person, id),
                new AskForInvoice.Wish(
                        Objects.requireNonNullElse(wish.title(), ""),
                        Objects.requireNonNullElse(wish.taxNumber(), ""),
                        Objects.requireNonNullElse(wish.email(), "")));
        return receipt(person, id);
    }

    /** PDF, OFD, PNG or JPEG, where staff attached it. */
    @GetMapping("/invoice/document")
    ResponseEntity<byte[]> document(Person person, @PathVariable OrderId id) {
        var order = orderSheet.myOrder(person, id);
        return askForInvoice
                .document(order)
                .map(document -> document.download(order.number()))
                .orElseThrow(() -> Refusal.notFound("page.unknown"));
    }
}
