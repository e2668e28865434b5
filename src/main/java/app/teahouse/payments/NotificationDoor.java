package app.teahouse.payments;

import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.Gateway.Told;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Addresses;
import app.teahouse.security.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where gateways tell what happened. They have no session and no token: what they say is proven by their signature. */
@Controller
class NotificationDoor {
    private static final Logger log = LoggerFactory.getLogger(NotificationDoor.class);
    private static final int MOST_BYTES = 256 * 1024;

    private final Ways ways;
    private final Gateways gateways;
    private final HearGateway hearGateway;
    private final Limits limits;
    private final Addresses addresses;
    private final Clock clock;

    NotificationDoor(
            Ways ways, Gateways gateways, HearGateway hearGateway, Limits limits, Addresses addresses, Clock clock) {
        this.ways = ways;
        this.gateways = gateways;
        this.hearGateway = hearGateway;
        this.limits = limits;
        this.addresses = addresses;
        this.clock = clock;
    }

    @PostMapping("/payments/notify/{kind}/{way}")
    ResponseEntity<String> tell(@PathVariable String kind, @PathVariable String way, HttpServletRequest request)
            throws IOException {
        limits.take("payments.notify", addresses.of(request), 600, Duration.ofMinutes(1));
        var gateway = gateways.find(kind);
        var known = gateway.isEmpty() ? Optional.<Way>empty() : way(kind, way);
        if (gateway.isEmpty() || known.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND, gateway.map(Gateway::sorry).orElse(""));
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, gateway.get().sorry());
        }
        return hear(gateway.get(), known.get(), new Told(headers(request), body, clock.instant()));
    }

    private ResponseEntity<String> hear(Gateway gateway, Way way, Told told) {
        try {
            hearGateway.hear(way, told);
            return answer(HttpStatus.OK, gateway.thanks());
        } catch (Refusal refusal) {
            log.warn(
                    "A notification for the way of paying {} is refused: {}",
                    way.id().value(),
                    refusal.code());
            return answer(HttpStatus.UNAUTHORIZED, gateway.sorry());
        } catch (Unreachable e) {
            log.warn("{} did not answer what its own notification means: {}", way.kind(), e.getMessage());
            return answer(HttpStatus.SERVICE_UNAVAILABLE, gateway.sorry());
        } catch (RuntimeException e) {
            log.error("A notification of {} failed; it will be told again", way.kind(), e);
            return answer(HttpStatus.INTERNAL_SERVER_ERROR, gateway.sorry());
        }
    }

    private Optional<Way> way(String kind, String id) {
        try {
            return ways.find(new WayId(Ids.parse(id))).filter(way -> way.kind().equals(kind));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }

    private static ResponseEntity<String> answer(HttpStatus status, String body) {
        var answer = ResponseEntity.status(status);
        return body.isEmpty()
                ? answer.build()
                : answer.contentType(body.startsWith("{") ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
                        .body(body);
    }
}
