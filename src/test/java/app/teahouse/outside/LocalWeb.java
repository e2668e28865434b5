package app.teahouse.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A small web of hosts under {@code .test} on the loopback address, with a certificate of its own making. Only the {@link Fetch}
 * made here believes the certificate and may go there; for everything else the real rules hold.
 */
public final class LocalWeb implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final SSLContext tls;
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    public LocalWeb() throws IOException, GeneralSecurityException, InterruptedException {
        tls = tls(certificate());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a path at {@code host}, which ends in {@code .test}. */
    public String at(String host, String path) {
        return "https://" + host + ":" + port() + path;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What is answered at a path, whatever the host. */
    public LocalWeb page(String path, HttpHandler handler) {
        pages.put(path, handler);
        return this;
    }

    public LocalWeb page(String path, int status, String type, byte[] body) {
        return page(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    public LocalWeb redirect(String path, String to) {
        return page(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /** How often a path was asked for. */
    public int asked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Everything under {@code .test} is this server, but {@code inside.test} a private address and {@code lost.test} nothing. */
    public Fetch fetch() {
        return new Fetch(new Reach(
                LocalWeb::find,
                address -> PublicAddress.is(address) || address.isLoopbackAddress(),
                port -> port == port() || port == 443,
                tls));
    }

    /** The same with the program's own rule for addresses: this server is behind its walls. */
    Fetch strictFetch() {
        return new Fetch(new Reach(LocalWeb::find, PublicAddress::is, port -> port == port(), tls));
    }

    /** One that does not know the certificate. */
    Fetch distrustful() {
        return new Fetch(new Reach(LocalWeb::find, InetAddress::isLoopbackAddress, port -> port == port(), null));
    }

    private static InetAddress[] find(String host) throws UnknownHostException {
        if (host.equals("inside.test")) {
            return new InetAddress[] {InetAddress.getByName("10.1.2.3")};
        }
        if (host.matches("[0-9.]+")) {
            return new InetAddress[] {InetAddress.getByName(host)};
        }
        if (host.equals("lost.test") || !host.endsWith(".test")) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        asked.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (exchange) {
            var page = pages.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                page.handle(exchange);
            }
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static Path certificate() throws IOException, InterruptedException {
        var file = Files.createTempDirectory("local-web").resolve("own.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=local web of a test",
                        "-ext",
                        "san=dns:*.test",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        return file;
    }

    private static SSLContext tls(Path file) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(file.toFile(), PASSWORD);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("own", keys.getCertificate("own"));
        var believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(trust);
        var tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), believed.getTrustManagers(), null);
        return tls;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
