package app.teahouse.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived the program that started it, because that one died hard. It is stopped, never adopted: a fresh start takes
 * less than a second, and then settings, log and child process are surely ours.
 */
final class Leftover {
    private static final Logger log = LoggerFactory.getLogger(Leftover.class);

    private Leftover() {}

    /** Called with the folder's lock held: no living Teahouse wants this server. */
    static void stop(Cluster cluster) throws IOException {
        var pidFile = cluster.folder().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = pid(pidFile);
        var process = pid.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            log.warn("The last PostgreSQL on {} died hard: it recovers from its log now", cluster.folder());
        } else if (isServerOf(cluster, process.get())) {
            log.warn(
                    "The PostgreSQL of {} (process {}) outlived the Teahouse that started it: stopping it",
                    cluster.folder(),
                    process.get().pid());
            stop(cluster, process.get());
        } else if (isKnownStranger(process.get())) {
            forget(pidFile);
        }
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** A process number is used again, so the program and the folder it was started on must be right too. */
    private static boolean isServerOf(Cluster cluster, ProcessHandle process) {
        var info = process.info();
        return info.command().filter(Leftover::isPostgres).isPresent()
                && info.arguments()
                        .filter(arguments -> Arrays.asList(arguments)
                                .contains(cluster.folder().toString()))
                        .isPresent();
    }

    private static boolean isPostgres(String command) {
        return command.replace(" (deleted)", "").endsWith("/bin/postgres");
    }

    private static boolean isKnownStranger(ProcessHandle process) {
        return process.info().command().filter(command -> !isPostgres(command)).isPresent();
    }

    static void stop(Cluster cluster, ProcessHandle process) throws IOException {
        if (!Server.stop(cluster, process, "INT") && !Server.stop(cluster, process, "QUIT")) {
            throw new CannotStart("The PostgreSQL of %s (process %d) does not stop. Stop it by hand and start again."
                    .formatted(cluster.folder(), process.pid()));
        }
    }

    /**
     * The number in the file belongs to another program now, and PostgreSQL would take that for a living server. Its place takes the
     * number of a process that has just ended; the rest of the file stays, as by it PostgreSQL finds parts of the old server that
     * still write.
     */
    private static void forget(Path pidFile) throws IOException {
        log.warn("{} names a process that is no PostgreSQL: it is from a server that died hard", pidFile);
        var ended = new ProcessBuilder("true").start();
        ended.onExit().join();
        var lines = Files.readAllLines(pidFile);
        lines.set(0, String.valueOf(ended.pid()));
        Folders.write(pidFile, String.join("\n", lines) + "\n");
    }
}
