package app.teahouse.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe on the loopback address, as far as we use it and as its API reference says: who asks is checked, forms are read, keys of
 * idempotency are kept, what is made can be looked up, and what Stripe refuses is refused.
 */
final class LocalStripe implements AutoCloseable {
    static final String KEY = "sk_test_right";
    static final String VERSION = "2026-07-29.dahlia";

    /** What can go wrong on the way, before or after Stripe acted. */
    enum Trouble {
        NONE,
        BUSY,
        LOCKED,
        BROKEN,
        NOT_STRIPE,
        CUT_AFTER_ACTING,
        SILENT,
        TRICKLING
    }

    private record Kept(String request, StripeBooks.Reply reply) {}

    private final JsonMapper json = JsonMapper.shared();
    private final HttpServer server;
    private final Map<String, Kept> keys = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Trouble trouble = Trouble.NONE;
    private int troubles;

    final StripeBooks books = new StripeBooks();
    final List<String> userAgents = new ArrayList<>();

    LocalStripe() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The next {@code times} requests meet trouble. */
    synchronized void trouble(Trouble next, int times) {
        trouble = next;
        troubles = times;
    }

    /** How often it was asked with this method and path. */
    synchronized long asked(String line) {
        return asked.stream().filter(line::equals).count();
    }

    /** Stripe forgets keys of idempotency after a day or more. */
    synchronized void aDayLater() {
        keys.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var met = met(exchange);
            if (met == Trouble.BUSY) {
                send(exchange, StripeBooks.error(429, "rate_limit_error", "rate_limit"));
            } else if (met == Trouble.LOCKED) {
                send(exchange, StripeBooks.error(409, "invalid_request_error", "idempotency_key_in_use"));
            } else if (met == Trouble.BROKEN) {
                send(exchange, StripeBooks.error(500, "api_error", null));
            } else if (met == Trouble.NOT_STRIPE) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody()
                        .write("<html>Sign in to the hotel's network".getBytes(StandardCharsets.UTF_8));
            } else {
                finish(exchange, met, reply(exchange, body));
            }
        }
    }

    private synchronized Trouble met(HttpExchange exchange) {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        return troubles-- > 0 ? trouble : Trouble.NONE;
    }

    private void finish(HttpExchange exchange, Trouble met, StripeBooks.Reply reply) throws IOException {
        if (met == Trouble.CUT_AFTER_ACTING) {
            return;
        }
        if (met == Trouble.SILENT || met == Trouble.TRICKLING) {
            exchange.sendResponseHeaders(200, 100_000);
            for (var i = 0; i < 20; i++) {
                if (met == Trouble.TRICKLING) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
                pause();
            }
            return;
        }
        send(exchange, reply);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, StripeBooks.Reply reply) throws IOException {
        var bytes = json.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_1");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private synchronized StripeBooks.Reply reply(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        if (!("Bearer " + KEY).equals(headers.getFirst("Authorization"))) {
            return StripeBooks.error(401, "invalid_request_error", null);
        }
        if (!VERSION.equals(headers.getFirst("Stripe-Version"))) {
            return StripeBooks.error(400, "invalid_request_error", "version");
        }
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("GET")) {
            return books.look(path, form(String.valueOf(exchange.getRequestURI().getRawQuery())));
        }
        if (!String.valueOf(headers.getFirst("Content-Type")).startsWith("application/x-www-form-urlencoded")) {
            return StripeBooks.error(400, "invalid_request_error", "form");
        }
        var key = headers.getFirst("Idempotency-Key");
        var before = keys.get(key);
        if (before != null) {
            return before.request().equals(path + body)
                    ? before.reply()
                    : StripeBooks.error(400, "idempotency_error", null);
        }
        var reply = books.act(path, form(body));
        if (reply.status() != 400) {
            keys.put(key, new Kept(path + body, reply));
        }
        return reply;
    }

    private static Map<String, String> form(String text) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            form.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
