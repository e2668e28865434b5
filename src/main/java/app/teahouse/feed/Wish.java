package app.teahouse.feed;

import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see of a feed. One filter chooses the index, so there is one at a time.
 *
 * @param value the tag's name or the author's number, where the filter needs one
 * @param before where the page before this one ended, or null
 */
record Wish(
        Order order, Filter filter, String value, @Nullable String before) {

    enum Order {
        /** The newest activity first: a comment brings a post up. */
        ACTIVITY,
        NEWEST
    }

    enum Filter {
        NONE,
        HIGHLIGHTS,
        TAG,
        AUTHOR,
        UNREAD
    }

    /** Reads it off an address; what makes no sense there is left out. */
    static Wish of(
            @Nullable String order,
            @Nullable String filter,
            @Nullable String tag,
            @Nullable String author,
            @Nullable String before) {
        if (tag != null && !tag.isBlank()) {
            return new Wish(Order.NEWEST, Filter.TAG, tag.strip(), before);
        }
        if (author != null && author.matches("\\d{1,12}")) {
            return new Wish(Order.NEWEST, Filter.AUTHOR, author, before);
        }
        if ("unread".equals(filter)) {
            return new Wish(Order.NEWEST, Filter.UNREAD, "", before);
        }
        return new Wish(
                "newest".equals(order) ? Order.NEWEST : Order.ACTIVITY,
                "highlights".equals(filter) ? Filter.HIGHLIGHTS : Filter.NONE,
                "",
                before);
    }

    boolean isFirstPage() {
        return before == null;
    }

    boolean isPlain() {
        return filter == Filter.NONE;
    }

    boolean byActivity() {
        return order == Order.ACTIVITY;
    }

    /** The post after which this page begins, in a feed by number; all of them where it is the first. */
    long beforeNumber() {
        if (before == null) {
            return Long.MAX_VALUE;
        }
        if (!before.matches("\\d{1,18}")) {
            throw Refusal.invalid("before", "request.malformed");
        }
        return Long.parseLong(before);
    }

    /** The same in a feed by activity, where two posts may have been active at one moment. */
    record Active(Instant at, UUID id) {}

    Active beforeActive() {
        if (before == null) {
            return new Active(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
        }
        var dash = before.indexOf('-');
        if (dash < 0 || !before.substring(0, dash).matches("\\d{1,18}")) {
            throw Refusal.invalid("before", "request.malformed");
        }
        var micros = Long.parseLong(before.substring(0, dash));
        return new Active(
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                app.teahouse.kernel.Ids.parse(before.substring(dash + 1)));
    }

    /** What to ask for the page after this card. */
    String after(Card card) {
        return byActivity()
                ? card.activeMicros() + "-" + app.teahouse.kernel.Ids.text(card.id())
                : Long.toString(card.number());
    }

    /** This wish as the end of an address, without the page. */
    String query() {
        var text = new StringBuilder();
        switch (filter) {
            case HIGHLIGHTS -> text.append("&filter=highlights");
            case UNREAD -> text.append("&filter=unread");
            case TAG ->
                text.append("&tag=").append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
            case AUTHOR -> text.append("&author=").append(value);
            case NONE -> {}
        }
        if (order == Order.NEWEST && (filter == Filter.NONE || filter == Filter.HIGHLIGHTS)) {
            text.append("&order=newest");
        }
        return text.isEmpty() ? "" : "?" + text.substring(1);
    }
}
