package app.teahouse.exports;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.connections.DatabaseAddress;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Settings;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.Scripts;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program is killed while it writes an export. The next one goes on, and the file is the one that is written where nobody dies. */
@TeahouseTest
@Tag("crash")
class ExportCrashTest {
    private static final int PARTS = 8;

    @Autowired
    SomeCircles circles;

    @Autowired
    Scripts scripts;

    @Autowired
    StartExport startExport;

    @Autowired
    WorkExports workExports;

    @Autowired
    ExportSheet sheet;

    @Autowired
    DatabaseAddress database;

    @Autowired
    Settings settings;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    @Test
    void killed_in_the_middle_it_is_gone_on_with_and_every_byte_is_the_same() throws Exception {
        var owner = circles.someOwner();
        scripts.run(
                "large-circle.sql",
                Map.of(
                        "circle", owner.circle().value(),
                        "owner", owner.account().value(),
                        "posts", 3_000,
                        "comments", 3_000,
                        "reactions", 4_000));
        var killed = startExport.start(owner, null);
        killedAfter(PARTS, killed);
        var dead = sheet.one(owner, killed);
        assertThat(dead.isRunning()).isTrue();
        assertThat(dead.done()).isBetween(1L, dead.total() - 1);
        assertThat(position(killed)).isPositive().isLessThan(Files.size(part(killed)));

        // An export says when it was finished, so both are at one moment; later than what the dead program held is
        // held.
        var then = clock.instant().plus(Duration.ofHours(1));
        var resumed = TestClock.at(then, () -> finished(owner, killed, then));
        var whole = TestClock.at(then, () -> finished(owner, startExport.start(owner, null), then));

        assertThat(Files.size(whole)).isGreaterThan(100_000);
        try (var zip = new ZipFile(whole.toFile())) {
            assertThat(zip.size()).isGreaterThan(20);
        }
        assertThat(Files.mismatch(resumed, whole)).isEqualTo(-1);
    }

    private Path finished(Owner owner, RunId run, Instant then) {
        for (var i = 0; i < 1_000 && sheet.one(owner, run).isRunning(); i++) {
            workExports.step(then);
        }
        assertThat(sheet.one(owner, run).isDone()).isTrue();
        return sheet.file(owner, run);
    }

    private long position(RunId run) {
        return db.sql("select position from exports.run where run_id = :run")
                .with("run", run)
                .one(Long.class);
    }

    /**
     * In the part after so many, while more is on the disk than its row says: the program is held still to look, and let go on if it is
     * just elsewhere.
     */
    private void killedAfter(int parts, RunId run) throws IOException, InterruptedException {
        var program = program();
        try (var said = program.inputReader()) {
            var told = 0;
            for (var line = said.readLine(); line != null && told < parts; line = said.readLine()) {
                told += line.equals("part") ? 1 : 0;
            }
            assertThat(told).as("parts").isEqualTo(parts);
            var random = new Random();
            while (program.isAlive()) {
                signal(program, "STOP");
                // What it has just sent to the database is done meanwhile.
                Thread.sleep(30);
                if (Files.size(part(run)) > position(run)) {
                    break;
                }
                signal(program, "CONT");
                Thread.sleep(random.nextInt(15));
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
                        "-Dexport.database=" + database.url(),
                        "-Dexport.user=" + database.user(),
                        "-Dexport.owner=" + database.owner(),
                        "-Dexport.password=" + database.password(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Exporting.class.getName(),
                        "--teahouse.data=" + settings.data())
                .redirectErrorStream(true)
                .start();
    }

    private static void signal(Process program, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(program.pid()))
                .start()
                .waitFor();
    }

    private Path part(RunId run) {
        return settings.data().resolve("exports").resolve(Ids.text(run) + ".part");
    }
}
