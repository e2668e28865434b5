package app.teahouse.receipts;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.orders.AskForInvoice;
import app.teahouse.orders.InvoiceDocument;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Invoices (发票): a buyer asks on the receipt, staff attach what they wrote elsewhere, and the buyer fetches it. */
@Controller
class InvoicePages {
    private static final String STAFF = "/c/{slug}/manage/money/orders/{id}/invoice";

    private final OrderSheet orderSheet;
    private final MyOrderPages receipts;
    private final OrderPages orders;
    private final AskForInvoice askForInvoice;

    InvoicePages(OrderSheet orderSheet, MyOrderPages receipts, OrderPages orders, AskForInvoice askForInvoice) {
        this.orderSheet = orderSheet;
        this.receipts = receipts;
        this.orders = orders;
        this.askForInvoice = askForInvoice;
    }

    @PostMapping("/me/orders/{id}/invoice")
    Page ask(Person person, Frame frame, HttpServletRequest request, @PathVariable OrderId id, Form form) {
        return form.submit(
                () -> {
                    askForInvoice.ask(
                            orderSheet.myOrder(person, id),
                            new AskForInvoice.Wish(form.value("title"), form.value("taxNumber"), form.value("email")));
                    return Page.to("/me/orders/" + Ids.text(id)).saying("receipts.invoice.asked");
                },
                again -> receipts.page(frame, request, orderSheet.mine(person, id), again));
    }

    @GetMapping("/me/orders/{id}/invoice/document")
    ResponseEntity<byte[]> mine(Person person, @PathVariable OrderId id) {
        return download(orderSheet.myOrder(person, id));
    }

    @GetMapping(STAFF + "/document")
    ResponseEntity<byte[]> attached(Partner partner, @PathVariable OrderId id) {
        return download(orderSheet.of(partner, id).order());
    }

    private ResponseEntity<byte[]> download(Order order) {
        return askForInvoice
                .document(order)
                .map(document -> document.download(order.number()))
                .orElseThrow(() -> Refusal.notFound("page.unknown"));
    }

    @PostMapping(STAFF)
    Page issued(
            Partner partner,
            Frame frame,
            @PathVariable OrderId id,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile document) {
        return form.submit(
                () -> {
                    askForInvoice.issued(partner, id, read(document), form.text("file"));
                    return Page.to("/c/" + partner.member().face().slug() + "/manage/money/orders/" + Ids.text(id))
                            .saying("receipts.invoice.issued");
                },
                again -> orders.one(partner, frame, id, again));
    }

    private static @Nullable InvoiceDocument read(@Nullable MultipartFile file) {
        try {
            return file == null
                            || Objects.requireNonNullElse(file.getOriginalFilename(), "")
                                    .isEmpty()
                    ? null
                    : InvoiceDocument.of(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
