package app.teahouse.wechat;

import static java.util.Objects.requireNonNullElse;

import app.teahouse.wechat.WeChatBooks.Reply;
import app.teahouse.wechat.WeChatKeys.Signer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat Pay on the loopback address, as far as we use it and as its documents say: what a merchant asks has to be signed by the
 * merchant, freshly and never twice, and what it answers is signed with one of its own keys.
 */
final class LocalWeChat implements AutoCloseable {
    static final String MERCHANT = "1900000109";
    static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** What can go wrong with an answer; after {@link #NONE} to {@link #SILENT} WeChat did not act, or nobody knows. */
    enum Trouble {
        NONE,
        BUSY,
        BROKEN,
        NOT_WECHAT,
        CUT_AFTER_ACTING,
        SILENT,
        UNSIGNED,
        FORGED,
        CHANGED,
        OLD,
        OTHER_SERIAL
    }

    final WeChatBooks books = new WeChatBooks();
    final List<Signer> signers = new ArrayList<>();
    final List<String> serialsAskedFor = new ArrayList<>();

    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock = Clock.systemUTC();
    private final HttpServer server;
    private final Set<String> nonces = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private Trouble trouble = Trouble.NONE;
    private int troubles;

    LocalWeChat(Signer first) throws IOException {
        signers.add(first);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    synchronized void trouble(Trouble next, int times) {
        trouble = next;
        troubles = times;
    }

    synchronized long asked(String line) {
        return asked.stream().filter(line::equals).count();
    }

    /** The newest key signs. */
    Signer signer() {
        return signers.getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            var met = met(exchange.getRequestMethod() + " " + path);
            if (met == Trouble.BUSY) {
                send(exchange, WeChatBooks.error(429, "FREQUENCY_LIMITED"), met);
            } else if (met == Trouble.BROKEN) {
                send(exchange, WeChatBooks.error(500, "SYSTEM_ERROR"), met);
            } else if (met == Trouble.NOT_WECHAT) {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(403, 0);
                exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
            } else {
                var reply = reply(exchange, path, body);
                if (met == Trouble.SILENT) {
                    pause();
                } else if (met != Trouble.CUT_AFTER_ACTING) {
                    send(exchange, reply, met);
                }
            }
        }
    }

    private synchronized Trouble met(String line) {
        asked.add(line);
        return troubles-- > 0 ? trouble : Trouble.NONE;
    }

    private static void pause() {
        try {
            Thread.sleep(1500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Reply reply(HttpExchange exchange, String path, String body) {
        if (path.startsWith("/sns/")) {
            return books.who(exchange.getRequestURI().getQuery());
        }
        if (!isProven(exchange, body)) {
            return WeChatBooks.error(401, "SIGN_ERROR");
        }
        serialsAskedFor.add(requireNonNullElse(exchange.getRequestHeaders().getFirst("Wechatpay-Serial"), ""));
        if (path.equals("/v3/certificates")) {
            return certificates();
        }
        return exchange.getRequestMethod().equals("GET") ? books.look(path) : books.act(path, json.readTree(body));
    }

    private boolean isProven(HttpExchange exchange, String body) {
        var header = requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        var parts = new java.util.HashMap<String, String>();
        PART.matcher(header).results().forEach(part -> parts.put(part.group(1), part.group(2)));
        var nonce = parts.getOrDefault("nonce_str", "");
        var seconds = Long.parseLong(parts.getOrDefault("timestamp", "0"));
        var message = exchange.getRequestMethod() + "\n" + exchange.getRequestURI() + "\n" + seconds + "\n" + nonce
                + "\n" + body + "\n";
        return header.startsWith("WECHATPAY2-SHA256-RSA2048 ")
                && MERCHANT.equals(parts.get("mchid"))
                && SERIAL.equals(parts.get("serial_no"))
                && Duration.between(Instant.ofEpochSecond(seconds), clock.instant())
                                .abs()
                                .toMinutes()
                        < 5
                && nonces.add(nonce)
                && WeChatKeys.isSigned(WeChatKeys.MERCHANT.getPublic(), message, parts.getOrDefault("signature", ""));
    }

    private Reply certificates() {
        var all = signers.stream()
                .map(one -> Map.of(
                        "serial_no",
                        one.serial(),
                        "encrypt_certificate",
                        Map.of(
                                "algorithm",
                                "AEAD_AES_256_GCM",
                                "nonce",
                                "61f9c719728a",
                                "associated_data",
                                "certificate",
                                "ciphertext",
                                WeChatKeys.sealed(
                                        WeChatKeys.API_KEY,
                                        "certificate",
                                        "61f9c719728a",
                                        WeChatKeys.pem(one.certificate())))))
                .toList();
        return new Reply(200, Map.of("data", all));
    }

    private void send(HttpExchange exchange, Reply reply, Trouble met) throws IOException {
        var body = reply.status() == 204 ? "" : json.writeValueAsString(reply.body());
        var at = clock.instant().minus(met == Trouble.OLD ? Duration.ofMinutes(6) : Duration.ZERO);
        var seconds = String.valueOf(at.getEpochSecond());
        var message = seconds + "\nabc\n" + body + "\n";
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json; charset=utf-8");
        headers.set("request-id", "08F78BB5AF0610D302");
        if (met != Trouble.UNSIGNED) {
            headers.set("wechatpay-nonce", "abc");
            headers.set("wechatpay-timestamp", seconds);
            headers.set("wechatpay-serial", met == Trouble.OTHER_SERIAL ? "7777" : signer().serial());
            headers.set(
                    "wechatpay-signature",
                    met == Trouble.FORGED
                            ? WeChatKeys.sign(WeChatKeys.STRANGER.getPrivate(), message)
                            : signer().sign(message));
        }
        var bytes =
                (met == Trouble.CHANGED ? body.replace("}", ",\"more\":1}") : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
