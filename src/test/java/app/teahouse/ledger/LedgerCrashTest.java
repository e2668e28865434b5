package app.teahouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Money;
import app.teahouse.postgres.EmbeddedPostgres;
import app.teahouse.postgres.RunningPostgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while eight threads move money: nothing is unbalanced, nothing lost, nothing moved twice. */
@Tag("crash")
class LedgerCrashTest {
    private static final int STORIES = 600;
    private static final Currency CNY = Currency.getInstance("CNY");

    @Test
    void killed_in_the_middle_the_ledger_is_whole_and_can_be_told_all_again(@TempDir Path folder) throws Exception {
        try (var postgres = start(folder)) {
            LedgerGround.createTables(postgres);
        }
        var tried = new TreeSet<Long>();
        var acknowledged = new TreeSet<Long>();
        run(folder, tried, acknowledged);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(STORIES);
        assertThat(tried).hasSizeGreaterThan(acknowledged.size());

        try (var postgres = start(folder);
                var ground = new LedgerGround(postgres, 4)) {
            assertThat(ground.bean(Prove.class).prove(Movers.CIRCLE, Instant.now()))
                    .matches(Prove.Proof::holds);
            var books = ground.bean(Books.class);
            for (var number : tried) {
                var told = books.story(Movers.CIRCLE, Movers.cause(number)).size();
                assertThat(told)
                        .as("story %s", number)
                        .isIn(0, Movers.story(number).size());
                if (acknowledged.contains(number)) {
                    assertThat(told).as("story %s was acknowledged", number).isPositive();
                }
            }

            // Whoever does not know whether it was done tells it again: once more for those that were, once for the
            // others.
            tried.forEach(number -> ground.post(Movers.CIRCLE, Movers.cause(number), Movers.story(number)));

            assertThat(ground.bean(Prove.class).prove(Movers.CIRCLE, Instant.now()))
                    .matches(Prove.Proof::holds);
            var fees = ground.bean(Ledger.class).free(Movers.CIRCLE, Purse.of(Purpose.SITE_FEE), CNY);
            assertThat(fees).isEqualTo(new Money(50L * tried.size(), CNY));
            var expected = tried.stream().mapToLong(LedgerCrashTest::available).sum();
            assertThat(ground.bean(Ledger.class)
                            .free(Movers.CIRCLE, Purse.of(Purpose.AVAILABLE), CNY)
                            .minor())
                    .isEqualTo(expected);
        }
    }

    private static long available(long number) {
        return Movers.story(number).stream()
                .mapToLong(transfer -> {
                    var purpose = Purse.of(Purpose.AVAILABLE);
                    return transfer.to().equals(purpose)
                            ? transfer.amount().minor()
                            : transfer.from().equals(purpose)
                                    ? -transfer.amount().minor()
                                    : 0;
                })
                .sum();
    }

    private static void run(Path folder, Set<Long> tried, Set<Long> acknowledged) throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Movers.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = program.inputReader()) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("try ")) {
                    tried.add(Long.valueOf(line.substring(4)));
                } else if (line.startsWith("done ")) {
                    acknowledged.add(Long.valueOf(line.substring(5)));
                }
                if (acknowledged.size() == STORIES && program.isAlive()) {
                    program.toHandle().destroyForcibly();
                }
            }
        }
    }

    private static RunningPostgres start(Path folder) {
        return EmbeddedPostgres.in(folder)
                .binariesIn(Path.of("target/postgres"))
                .start();
    }
}
