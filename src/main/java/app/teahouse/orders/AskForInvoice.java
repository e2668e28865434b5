package app.teahouse.orders;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A buyer wishes for an invoice (发票): whose name stands on it, the tax number, where it is sent. Staff write it elsewhere and say so. */
@Component
public class AskForInvoice {
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

    public record Wish(String title, String taxNumber, String email) {}

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
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var asked = db.sql("""
                insert into orders.invoice as i (circle_id, order_id, title, tax_number, email, asked_at)
                values (:circle, :order, :title, :tax, :email, :now)
                on conflict (circle_id, order_id) do update
                   set title = excluded.title, tax_number = excluded.tax_number, email = excluded.email
                 where i.issued_at is null
                returning asked_at
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .with("title", wish.title().strip())
                .with("tax", taxNumber)
                .with("email", wish.email().strip())
                .with("now", now)
                .maybe((row, n) -> Db.instant(row, 1))
                .orElseThrow(() -> Refusal.conflict("invoice.issued"));
        if (asked.equals(now)) {
            events.publish(new InvoiceAsked(
                    order.circle(),
                    order.id(),
                    order.account(),
                    order.number(),
                    order.amount().minor(),
                    order.amount().code()));
        }
    }

    /**
     * Said again it is corrected: what was said before is forgotten.
     *
     * @param document the invoice itself, for its buyer alone; or null
     * @param file the address of the invoice elsewhere; null where it is attached or was sent by mail
     */
    @Transactional
    public void issued(Partner partner, OrderId order, @Nullable InvoiceDocument document, @Nullable String file) {
        var now = clock.instant();
        var again = isIssued(partner, order);
        new Faults()
                .atMost("file", file, 500)
                .require(file == null || isAddress(file), "file", "invoice.file")
                .require(document != null || file != null || !again, "document", "invoice.document")
                .refuse();
        var issued = db.sql("""
                update orders.invoice
                   set issued_at = :now, issued_by = :by, file = :file, document = :document, document_type = :type
                 where circle_id = :circle and order_id = :order
                """)
                .with("circle", partner.circle())
                .with("order", order)
                .with("by", partner.account())
                .with("file", file)
                .with("document", document == null ? null : document.bytes())
                .with("type", document == null ? null : document.type())
                .with("now", now)
                .run();
        if (issued == 0) {
            throw Refusal.notFound("order.unknown");
        }
        var sold = rows.find(partner.circle(), order).orElseThrow(() -> Refusal.notFound("order.unknown"));
        events.publish(new InvoiceIssued(
                sold.circle(),
                order,
                sold.account(),
                sold.title(),
                sold.number(),
                sold.amount().minor(),
                sold.amount().code(),
                again ? now : null));
    }

    /** To correct it with nothing would take away what is there. */
    private boolean isIssued(Partner partner, OrderId order) {
        return db.sql("""
                select 1
                  from orders.invoice
                 where circle_id = :circle and order_id = :order and issued_at is not null
                """).with("circle", partner.circle()).with("order", order).exists();
    }

    private static boolean isAddress(String file) {
        try {
            var address = new URI(file);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public Optional<InvoiceDocument> document(Order order) {
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
