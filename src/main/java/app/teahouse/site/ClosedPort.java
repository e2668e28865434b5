package app.teahouse.site;

import app.teahouse.kernel.Settings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Health and metrics for whoever watches over this machine, on a port of the loopback address that no visitor reaches
 * (docs/decisions/0040).
 */
@Component
class ClosedPort {
    private static final Logger log = LoggerFactory.getLogger(ClosedPort.class);

    private final Settings settings;
    private final Health health;
    private final Metrics metrics;
    private final JsonMapper json;
    private @Nullable HttpServer server;

    ClosedPort(Settings settings, Health health, Metrics metrics, JsonMapper json) {
        this.settings = settings;
        this.health = health;
        this.metrics = metrics;
        this.json = json;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.metricsPort() == 0) {
            return;
        }
        try {
            var address = open(settings.metricsPort());
            log.info("Health and metrics on http://127.0.0.1:{}/health and /metrics", address.getPort());
        } catch (IOException e) {
            log.error("Port {} for health and metrics is taken; the site runs without them.", settings.metricsPort());
        }
    }

    /** Port 0 takes any that is free. */
    synchronized InetSocketAddress open(int port) throws IOException {
        metrics.start();
        var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.createContext("/health", this::health);
        opened.createContext("/metrics", this::metrics);
        opened.start();
        server = opened;
        return opened.getAddress();
    }

    private void health(HttpExchange exchange) throws IOException {
        var checks = health.look();
        var good = checks.stream().allMatch(check -> check.good() || !check.isVital());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", good ? "up" : "down");
        answer.put("version", Overview.version());
        answer.put("checks", checks);
        send(exchange, good ? 200 : 503, "application/json", json.writeValueAsString(answer));
    }

    private void metrics(HttpExchange exchange) throws IOException {
        try {
            send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
        } catch (RuntimeException e) {
            log.warn("No metrics: {}", e.toString());
            send(exchange, 503, "text/plain; charset=utf-8", "");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}
