package app.teahouse.exports;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.connections.DatabaseAddress;
import app.teahouse.kernel.Db;
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
import java.util.ArrayList;
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
        killedAfter(PARTS);
        var dead = sheet.one(owner, killed);
        assertThat(dead.isRunning()).isTrue();
        assertThat(dead.done()).isBetween(1L, dead.total() - 1);
        assertThat(position(killed)).isPositive();

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

    /** Somewhere in the part after so many: the bytes are on the disk by then, or the row says so, or neither. */
    private void killedAfter(int parts) throws IOException, InterruptedException {
        var program = new ProcessBuilder(
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
        var said = new ArrayList<String>();
        var told = 0;
        try (var lines = program.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                told += line.equals("part") ? 1 : 0;
                if (told == parts && program.isAlive()) {
                    Thread.sleep(new Random().nextInt(20));
                    program.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(told).as("%s", said).isGreaterThanOrEqualTo(parts);
    }
}
