package app.teahouse.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param kind {@code post}, {@code comment}, {@code member}, {@code column}, or empty for all
 * @param tag a tag's name, or empty
 * @param author a member's number, or 0
 * @param time {@code week}, {@code month}, {@code year}, or empty for any
 * @param exact whether words are taken as they are typed, slips and all
 * @param before where the page before ended, or null
 */
record Wish(
        String words,
        String kind,
        String tag,
        long author,
        String time,
        boolean highlights,
        boolean newest,
        boolean exact,
        @Nullable String before) {
    private static final Set<String> KINDS = Set.of("post", "comment", "member", "column");
    private static final Set<String> TIMES = Set.of("week", "month", "year");

    /** As addresses say it; what makes no sense there is left out. */
    record Typed(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String tag,
            @Nullable String author,
            @Nullable String time,
            @Nullable String highlights,
            @Nullable String order,
            @Nullable String exact,
            @Nullable String before) {}

    static Wish of(Typed typed) {
        return new Wish(
                typed.q() == null ? "" : typed.q().strip(),
                known(typed.kind(), KINDS),
                typed.tag() == null ? "" : typed.tag().strip(),
                typed.author() != null && typed.author().matches("\\d{1,12}") ? Long.parseLong(typed.author()) : 0,
                known(typed.time(), TIMES),
                typed.highlights() != null && !typed.highlights().isEmpty(),
                "newest".equals(typed.order()),
                typed.exact() != null && !typed.exact().isEmpty(),
                typed.before() == null || typed.before().isEmpty() ? null : typed.before());
    }

    /** As a browser's address says it. */
    static Wish of(Map<String, String> asked) {
        return of(new Typed(
                asked.get("q"),
                asked.get("kind"),
                asked.get("tag"),
                asked.get("author"),
                asked.get("time"),
                asked.get("highlights"),
                asked.get("order"),
                asked.get("exact"),
                asked.get("before")));
    }

    static Wish of(String words) {
        return new Wish(words, "", "", 0, "", false, false, false, null);
    }

    private static String known(@Nullable String value, Set<String> values) {
        var lower = value == null ? "" : value.toLowerCase(Locale.ROOT);
        return values.contains(lower) ? lower : "";
    }

    Wish before(@Nullable String cursor) {
        return new Wish(words, kind, tag, author, time, highlights, newest, exact, cursor);
    }

    /** In all circles: tags and authors are one circle's, and numbers of different circles have no order. */
    Wish everywhere() {
        return new Wish(words, kind, "", 0, time, highlights, false, exact, before);
    }

    boolean isFiltered() {
        return !kind.isEmpty() || !tag.isEmpty() || author > 0 || !time.isEmpty() || highlights;
    }

    /** From when on, if a time was chosen. */
    @Nullable
    Instant since(Instant now) {
        return switch (time) {
            case "week" -> now.minus(Duration.ofDays(7));
            case "month" -> now.minus(Duration.ofDays(31));
            case "year" -> now.minus(Duration.ofDays(366));
            default -> null;
        };
    }
}
