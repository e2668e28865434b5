package app.teahouse.orders;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A buyer wishes for an invoice (发票): whose name stands on it, the tax number, where it is sent. Staff write it elsewhere and say so. */
@Component
class AskForInvoice {
    private static final Pattern TAX_NUMBER = Pattern.compile("[0-9A-Z-]{0,32}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Db db;
    private final OrderRows rows;
    private final Events events;
    private final Clock clock;

    AskForInvoice(Db db, OrderRows rows, Events events, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    record Wish(String title, String taxNumber, String email) {}

    /** May be changed until it is issued. */
    @Transactional
    public void ask(Order order, Wish wish) {
        var taxNumber = wish.taxNumber().strip().toUpperCase(Locale.ROOT);
        new Faults()
                .text("title", wish.title(), 100)
                .require(TAX_NUMBER.matcher(taxNumber).matches(), "taxNumber", "invoice.tax-number")
                .text("email", wish.email(), 200)
                .require(EMAIL.matcher(wish.email().strip()).matches(), "email", "invoice.email")
                .refuse();
        if (!order.isPaid()
                || order.state() == Order.State.REFUNDED
                || order.amount().isZero()) {
            throw Refusal.conflict("order.not-paid");
        }
        var asked = db.sql("""
                insert into orders.invoice as i (circle_id, order_id, title, tax_number, email, asked_at)
                values (:circle, :order, :title, :tax, :email, :now)
                on conflict (circle_id, order_id) do update
                   set title = excluded.title, tax_number = excluded.tax_number, email = excluded.email
                 where i.issued_at is null
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .with("title", wish.title().strip())
                .with("tax", taxNumber)
                .with("email", wish.email().strip())
                .with("now", clock.instant())
                .run();
        if (asked == 0) {
            throw Refusal.conflict("invoice.issued");
        }
    }

    /**
     * @param document the invoice itself, for its buyer alone; or null
     * @param file the address of the invoice elsewhere; null where it is attached or was sent by mail
     */
    @Transactional
    public void issued(Partner partner, OrderId order, @Nullable InvoiceDocument document, @Nullable String file) {
        new Faults()
                .atMost("file", file, 500)
                .require(file == null || file.startsWith("https://"), "file", "invoice.file")
                .refuse();
        var issued = db.sql("""
                update orders.invoice
                   set issued_at = :now, issued_by = :by, file = :file, document = :document, document_type = :type
                 where circle_id = :circle and order_id = :order and issued_at is null
                """)
                .with("circle", partner.circle())
                .with("order", order)
                .with("by", partner.account())
                .with("file", file)
                .with("document", document == null ? null : document.bytes())
                .with("type", document == null ? null : document.type())
                .with("now", clock.instant())
                .run();
        if (issued == 0) {
            throw Refusal.conflict("invoice.issued");
        }
        var sold = rows.find(partner.circle(), order).orElseThrow(() -> Refusal.notFound("order.unknown"));
        events.publish(new InvoiceIssued(
                sold.circle(),
                order,
                sold.account(),
                sold.title(),
                sold.number(),
                sold.amount().minor(),
                sold.amount().code()));
    }

    Optional<InvoiceDocument> document(Order order) {
        return db.sql("""
                select document, document_type
                  from orders.invoice
                 where circle_id = :circle and order_id = :order and document is not null
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .maybe((row, n) -> new InvoiceDocument(row.getBytes(1), row.getString(2)));
    }
}
