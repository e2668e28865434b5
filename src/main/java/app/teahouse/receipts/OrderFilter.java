package app.teahouse.receipts;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which of a circle's paid orders are asked for.
 *
 * @param from paid on this day or later, in the circle's days; null for all
 * @param to paid on this day or before; null for all
 * @param plan the number of the plan that was bought; null for all
 * @param currency in which was paid; null for all
 * @param only only those of which something is open, or null
 */
public record OrderFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long plan,
        @Nullable String currency,
        @Nullable Only only) {

    public static final OrderFilter ALL = new OrderFilter(null, null, null, null, null);

    /** What is open of an order. */
    public enum Only {
        /** A bank has its money now. */
        DISPUTED,
        /** Its buyer wishes for an invoice and has none yet. */
        INVOICE
    }

    /** As it stands in an address; what is empty does not count. Days the wrong way round mean the time between them; nonsense is not found. */
    public static OrderFilter of(
            @Nullable String from,
            @Nullable String to,
            @Nullable String plan,
            @Nullable String currency,
            @Nullable String only) {
        var first = day(from);
        var last = day(to);
        var turned = first != null && last != null && last.isBefore(first);
        return new OrderFilter(
                turned ? last : first, turned ? first : last, plan(plan), currency(currency), only(only));
    }

    private static @Nullable String currency(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("[A-Z]{3}")) {
            throw Refusal.notFound("page.unknown");
        }
        return text.strip();
    }

    private static @Nullable Only only(@Nullable String text) {
        return Arrays.stream(Only.values())
                .filter(one -> Db.name(one).equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() < 1970 || day.getYear() > 9998) {
                throw Refusal.notFound("page.unknown");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.notFound("page.unknown");
        }
    }

    private static @Nullable Long plan(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("[0-9]{1,9}")) {
            throw Refusal.notFound("page.unknown");
        }
        return Long.valueOf(text.strip());
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** The first moment that counts; null for all. */
    public @Nullable Instant since(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** The first moment that does not count any more; null for all. */
    public @Nullable Instant until(ZoneId zone) {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** As it is written behind an address, with {@code &} at its end; empty for all. */
    public String query() {
        var query = new StringBuilder();
        add(query, "from", from);
        add(query, "to", to);
        add(query, "plan", plan);
        add(query, "currency", currency);
        add(query, "only", only == null ? null : Db.name(only));
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8))
                    .append('&');
        }
    }
}
