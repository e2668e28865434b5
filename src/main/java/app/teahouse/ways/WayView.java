package app.teahouse.ways;

import app.teahouse.gateways.Gateway;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way of paying as whoever set it up sees it; without its secrets.
 *
 * @param sealedAt when its secrets were last set, or null where it has none
 */
public record WayView(
        UUID id,
        String kind,
        String name,
        boolean on,
        List<String> currencies,
        Map<String, String> settings,
        Set<String> secretsSet,
        @Nullable Instant sealedAt,
        boolean picture) {

    /** A gateway that can be set up here. */
    public record Offer(String kind, List<Gateway.Field> fields, Set<String> currencies, boolean byHand) {}
}
