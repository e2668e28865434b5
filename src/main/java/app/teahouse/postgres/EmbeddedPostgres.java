package app.teahouse.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts PostgreSQL on a data folder, so that a site needs nothing but a JDK. In the folder stand the binaries
 * ({@code postgres-bin-<version>}), the cluster ({@code postgres}), how to get in ({@code postgres.access}), the log
 * ({@code postgres.log}) and, if the operator wrote one, their own settings ({@code postgres.conf}).
 *
 * <p>The server listens on a TCP port of 127.0.0.1 and on nothing else. A Unix socket would be closed by file rights alone, but the
 * JDBC driver cannot speak to one without a native library; so the port is closed by SCRAM with a password of 256 random bits that
 * only the owner of the folder can read.
 *
 * <p>Nothing here needs Spring: call {@link #start()} in a thread of its own and let the application context come up beside it.
 */
public final class EmbeddedPostgres {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path folder;
    private final Path binariesFolder;
    private final boolean durable;

    private EmbeddedPostgres(Path folder, Path binariesFolder, boolean durable) {
        this.folder = folder;
        this.binariesFolder = binariesFolder;
        this.durable = durable;
    }

    public static EmbeddedPostgres in(Path dataFolder) {
        var folder = dataFolder.toAbsolutePath().normalize();
        return new EmbeddedPostgres(folder, folder, true);
    }

    /** Unpacks the binaries elsewhere, so that many short-lived data folders can share them. */
    public EmbeddedPostgres binariesIn(Path shared) {
        return new EmbeddedPostgres(folder, shared.toAbsolutePath().normalize(), durable);
    }

    /** For tests only: leaves writing to the operating system. Faster, and a power cut loses or breaks the data. */
    public EmbeddedPostgres forgetfulForTests() {
        return new EmbeddedPostgres(folder, binariesFolder, false);
    }

    public static RunningPostgres start(Path dataFolder) {
        return in(dataFolder).start();
    }

    /**
     * Starts the server and returns when it takes connections.
     *
     * @throws CannotStart with a sentence for the operator
     */
    public RunningPostgres start() {
        try {
            Folders.make(folder);
            var lock = FolderLock.take(folder);
            try {
                return start(lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started on " + folder, e);
        }
    }

    private RunningPostgres start(FolderLock lock) throws IOException {
        var from = System.nanoTime();
        var binaries = Binaries.in(binariesFolder);
        var cluster = new Cluster(folder.resolve("postgres"), binaries);
        cluster.refuseOtherMajor();
        Leftover.stop(cluster);

        var access = Access.of(folder);
        if (!cluster.exists()) {
            cluster.create(access);
        } else if (access.isNew()) {
            log.warn("{} was missing: the database gets a new password", Access.file(folder));
            cluster.changePassword(access);
        } else if (!access.hasProgram()) {
            cluster.makeProgram(access);
        }

        var server = new Server(folder, cluster, durable);
        server.start(access.port());
        Access.remember(folder, access.at(server.port()));
        if (binariesFolder.equals(folder)) {
            binaries.removeOthers();
        }
        log.info(
                "PostgreSQL {} on {} is ready at port {} after {} ms",
                binaries.version(),
                folder,
                server.port(),
                (System.nanoTime() - from) / 1_000_000);
        return new RunningPostgres(server, access.password(), lock);
    }
}
