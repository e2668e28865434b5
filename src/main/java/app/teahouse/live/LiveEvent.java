package app.teahouse.live;

import java.util.Map;

/**
 * A hint to open pages that something changed; what it was they read themselves.
 *
 * @param kind {@code unread}, {@code notices}, {@code posts}, {@code comments} or {@code refresh}; live.js knows these
 * @param facts numbers and texts, sent as JSON; {@code at} is the address of the page that the hint is for
 */
public record LiveEvent(String kind, Map<String, Object> facts) {
    static final LiveEvent REFRESH = new LiveEvent("refresh", Map.of());
}
