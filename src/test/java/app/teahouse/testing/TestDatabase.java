package app.teahouse.testing;

import app.teahouse.connections.DatabaseAddress;
import app.teahouse.postgres.EmbeddedPostgres;
import app.teahouse.postgres.RunningPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One real PostgreSQL for the whole test run: the embedded one in a new folder, or the one that {@code -Dtests.database=jdbc:…}
 * names, where {@code {fork}} stands for the number of this process.
 */
public final class TestDatabase {
    private TestDatabase() {}

    private static final DatabaseAddress ADDRESS = find();

    public static DatabaseAddress address() {
        return ADDRESS;
    }

    private static DatabaseAddress find() {
        var given = System.getProperty("tests.database", "");
        if (!given.isEmpty()) {
            var user = System.getProperty("tests.user", "teahouse");
            var password = System.getProperty("tests.password", "");
            var url = given.replace("{fork}", TestFolder.FORK);
            return new DatabaseAddress(url, System.getProperty("tests.program", user), password, user, password);
        }
        var server = start();
        return new DatabaseAddress(
                server.url(), server.programUser(), server.password(), server.user(), server.password());
    }

    private static RunningPostgres start() {
        try {
            var folder = Files.createTempDirectory("teahouse-test");
            var server = EmbeddedPostgres.in(folder)
                    .binariesIn(Path.of("target/postgres"))
                    .forgetfulForTests()
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(RunningPostgres server, Path folder) {
        server.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("Left behind: " + folder);
        }
    }
}
