package app.teahouse.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that runs until it is closed. If it dies without being asked, it is started again at the same port: what was
 * acknowledged is there, and the connection pool finds it.
 */
public final class RunningPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningPostgres.class);

    private final Server server;
    private final String password;
    private final FolderLock lock;
    private boolean closed;

    RunningPostgres(Server server, String password, FolderLock lock) {
        this.server = server;
        this.password = password;
        this.lock = lock;
        watch();
    }

    /** The driver is told to accept no other way of signing in, so it never hands the password to a stranger on the port. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/teahouse?sslmode=disable&requireAuth=scram-sha-256".formatted(port());
    }

    /** Who owns the database. */
    public String user() {
        return "teahouse";
    }

    /** As whom the program works, with the same password: it owns nothing, and may do what the schema's owner grants. */
    public String programUser() {
        return "teahouse_app";
    }

    public String password() {
        return password;
    }

    public int port() {
        return server.port();
    }

    /** The server's process, which may be another after it died and was started again. */
    public synchronized long pid() {
        return server.process().pid();
    }

    private void watch() {
        var process = server.process();
        Thread.ofVirtual()
                .name("postgres-watch")
                .start(() -> startAgain(process.onExit().join()));
    }

    private synchronized void startAgain(Process died) {
        if (closed) {
            return;
        }
        log.error("PostgreSQL (process {}) died with {}: starting it again", died.pid(), died.exitValue());
        try {
            server.startAgain();
            watch();
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL could not be started again; the program needs a restart", e);
        }
    }

    /** Stops the server, with everything written, and lets go of the folder. May be called twice. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        }
    }
}
