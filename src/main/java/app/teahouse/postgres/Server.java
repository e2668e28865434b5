package app.teahouse.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of a cluster: finds a port, starts, waits until it is ready, stops. */
final class Server {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int LOG_BYTES = 10_000_000;

    private final Path logFile;
    private final Cluster cluster;
    private final boolean durable;
    private int port;
    private @Nullable Process process;

    Server(Path folder, Cluster cluster, boolean durable) {
        this.logFile = folder.resolve("postgres.log");
        this.cluster = cluster;
        this.durable = durable;
    }

    int port() {
        return port;
    }

    Process process() {
        return Objects.requireNonNull(process, "started");
    }

    /** Starts at the port it had last, or where that is taken at another. */
    void start(int lastPort) throws IOException {
        port = isFree(lastPort) ? lastPort : freePort();
        for (var attempt = 1; ; attempt++) {
            var said = tryStart();
            if (said == null) {
                return;
            }
            if (attempt == 5 || !said.contains("Address already in use")) {
                throw new CannotStart("PostgreSQL does not start: " + said + Binaries.hint(said));
            }
            port = freePort();
        }
    }

    /** Starts again after the server died, at the same port, which the connection pool knows. */
    void startAgain() throws IOException {
        var said = tryStart();
        if (said != null) {
            throw new CannotStart("PostgreSQL does not start again: " + said);
        }
    }

    /** Answers null when the server is ready, else its last words. */
    private @Nullable String tryStart() throws IOException {
        cluster.configure(port, durable);
        for (var attempt = 1; ; attempt++) {
            var logged = turnLog();
            process = cluster.binaries()
                    .server(cluster.folder())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                    .start();
            if (isReady(process)) {
                return null;
            }
            var said = logSince(logged);
            if (attempt == 100 || !said.contains("pre-existing shared memory block")) {
                return said;
            }
            log.warn("Parts of the last PostgreSQL on {} have not ended yet: waiting for them", cluster.folder());
            pause(100);
        }
    }

    /** Ready is what the server itself writes into its file, also after a long recovery. */
    private boolean isReady(Process started) throws IOException {
        var pidFile = cluster.folder().resolve("postmaster.pid");
        while (started.isAlive()) {
            if (Files.exists(pidFile)) {
                var lines = Files.readAllLines(pidFile);
                if (lines.size() >= 8
                        && lines.get(0).strip().equals(String.valueOf(started.pid()))
                        && lines.get(7).strip().equals("ready")) {
                    return true;
                }
            }
            pause(5);
        }
        return false;
    }

    /** Ends what clients do and stops, with everything written. */
    void stop() throws IOException {
        Leftover.stop(cluster, process().toHandle());
    }

    /** Java sends no SIGINT, which means a fast stop here; its SIGTERM would wait for clients to leave. */
    static boolean stop(Cluster cluster, ProcessHandle process, String signal) throws IOException {
        if (process.isAlive()) {
            cluster.binaries().run("", "pg_ctl", "kill", signal, process.pid());
        }
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException("Waiting for PostgreSQL to stop", e);
        }
    }

    private long turnLog() throws IOException {
        var length = Files.exists(logFile) ? Files.size(logFile) : 0;
        if (length < LOG_BYTES) {
            return length;
        }
        Files.move(logFile, logFile.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        return 0;
    }

    private String logSince(long position) throws IOException {
        try (var file = Files.newByteChannel(logFile)) {
            file.position(position);
            var said = new String(Channels.newInputStream(file).readNBytes(4_000), UTF_8);
            return said.isBlank() ? "it said nothing (" + logFile + ")" : said.strip();
        }
    }

    /** Bound for a moment and let go: what is free now is so, but for bad luck, when the server binds it. */
    private static boolean isFree(int port) {
        if (port == 0) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Below the ports that systems hand out by themselves, so that it is free again at the next start. */
    private static int freePort() {
        for (var attempt = 0; attempt < 1_000; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new CannotStart("No port between 20000 and 30000 of 127.0.0.1 is free for PostgreSQL.");
    }

    private static void pause(int millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("Waiting for PostgreSQL to start");
        }
    }
}
