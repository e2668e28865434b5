package app.teahouse.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after PostgreSQL or the program was killed under writes. */
@Tag("crash")
class HardDeathTest {
    private static final int WRITES = 400;

    @Test
    void postgres_killed_under_writes_comes_back_with_all_that_it_acknowledged(@TempDir Path folder) throws Exception {
        Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        try (var postgres = EmbeddedPostgresTest.start(folder)) {
            var first = postgres.pid();
            var enough = new CountDownLatch(WRITES);
            var writers = Writers.start(postgres, number -> {
                acknowledged.add(number);
                enough.countDown();
            });
            assertThat(enough.await(20, TimeUnit.SECONDS)).isTrue();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            writers.join();

            assertThat(writtenWhenBack(postgres)).containsAll(acknowledged);
            assertThat(postgres.pid()).isNotEqualTo(first);
        }
        try (var again = EmbeddedPostgresTest.start(folder)) {
            assertThat(written(again)).containsAll(acknowledged);
        }
    }

    @Test
    void a_program_killed_under_writes_loses_nothing_and_its_server_is_stopped_by_the_next(@TempDir Path folder)
            throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writers.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var acknowledged = new HashSet<Long>();
        ProcessHandle orphan;
        try (var said = program.inputReader()) {
            var numbers = said.lines()
                    .filter(line -> line.matches("\\d+"))
                    .map(Long::valueOf)
                    .iterator();
            orphan = ProcessHandle.of(numbers.next()).orElseThrow();
            while (numbers.hasNext()) {
                acknowledged.add(numbers.next());
                if (acknowledged.size() == WRITES) {
                    program.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(WRITES);
        assertThat(orphan.isAlive()).isTrue();

        try (var again = EmbeddedPostgresTest.start(folder)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(written(again)).containsAll(acknowledged);
        }
    }

    /** The server is started again meanwhile, at the same port. */
    private static List<Long> writtenWhenBack(RunningPostgres postgres) throws SQLException {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                return written(postgres);
            } catch (SQLException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    private static List<Long> written(RunningPostgres postgres) throws SQLException {
        try (var connection = EmbeddedPostgresTest.connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select array_agg(number) from written")) {
            rows.next();
            return List.of((Long[]) rows.getArray(1).getArray());
        }
    }
}
