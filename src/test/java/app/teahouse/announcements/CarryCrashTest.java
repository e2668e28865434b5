package app.teahouse.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.connections.DatabaseAddress;
import app.teahouse.kernel.Settings;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program is killed while it carries an announcement. The next one goes on: nobody has it twice, and nobody is left out. */
@TeahouseTest
@Tag("crash")
class CarryCrashTest {
    private static final int MANY = 3_000;

    @Autowired
    SomeAnnouncements some;

    @Autowired
    SomeCircles circles;

    @Autowired
    CarryAnnouncements carry;

    @Autowired
    DatabaseAddress database;

    @Autowired
    Settings settings;

    @Autowired
    Clock clock;

    @Test
    void killed_half_way_and_gone_on_with_everybody_has_it_once() throws Exception {
        var owner = circles.someOwner();
        var subject = "Tea for " + owner.circle().value();
        some.many(owner, MANY);
        var announcement = some.sent(owner, subject);
        killedHalfWay(announcement);
        var dead = some.now(announcement);
        assertThat(dead.stage()).isInstanceOf(Stage.Sending.class);
        assertThat(dead.tally().reached()).isBetween(1L, (long) MANY);
        assertThat(some.had(owner.circle(), subject)).containsExactlyInAnyOrder("0 0 0", "1 1 1");

        // The lease of the dead holds for two minutes.
        var then = clock.instant().plus(Duration.ofMinutes(3));
        for (var i = 0; i < 1_000 && some.now(announcement).stage() instanceof Stage.Sending; i++) {
            carry.step(then);
        }
        assertThat(some.now(announcement).stage()).isInstanceOf(Stage.Sent.class);
        assertThat(some.had(owner.circle(), subject)).containsExactly("1 1 1");
        assertThat(some.now(announcement).tally()).isEqualTo(new Tally(MANY + 1, MANY + 1, 0, MANY + 1, 0, 0, 0));
    }

    /** In the middle of a hundred, most likely: it does nothing else. */
    private void killedHalfWay(Announcement announcement) throws IOException, InterruptedException {
        var program = program();
        try (var said = program.inputReader()) {
            for (var line = said.readLine(); line != null && !line.equals("step"); line = said.readLine()) {
                // Until it begins.
            }
            while (program.isAlive() && some.now(announcement).tally().reached() < 500) {
                Thread.sleep(5);
            }
            assertThat(program.isAlive()).as("it was not ready before").isTrue();
        } finally {
            program.toHandle().destroyForcibly();
            program.waitFor();
        }
    }

    private Process program() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dcarry.database=" + database.url(),
                        "-Dcarry.user=" + database.user(),
                        "-Dcarry.owner=" + database.owner(),
                        "-Dcarry.password=" + database.password(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Carrying.class.getName(),
                        "--teahouse.data=" + settings.data())
                .redirectErrorStream(true)
                .start();
    }
}
