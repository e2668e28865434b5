package app.teahouse.exports;

import app.teahouse.arrivals.Origins;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.packing.Keys;
import app.teahouse.packing.Pack;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The owner asks for an export; a job writes it. The passphrase is turned into a key here and kept nowhere. Not in a transaction,
 * because that takes a while on purpose.
 */
@Component
class StartExport {
    static final int SHORTEST = 8;
    private static final int LONGEST = 200;

    /** Room for other things on the disk. */
    private static final long RESERVE = 200_000_000;

    private final Db db;
    private final Clock clock;
    private final Keys keys;
    private final Pack pack;
    private final Origins origins;
    private final ExportFiles files;

    StartExport(Db db, Clock clock, Keys keys, Pack pack, Origins origins, ExportFiles files) {
        this.db = db;
        this.clock = clock;
        this.keys = keys;
        this.pack = pack;
        this.origins = origins;
        this.files = files;
    }

    /**
     * @param passphrase to know members again by, or nothing
     * @throws Refusal {@code export.running}, {@code export.passphrase-short}, {@code export.no-space}
     */
    RunId start(Owner owner, @Nullable String passphrase) {
        var typed = passphrase == null ? "" : passphrase.strip();
        if (!typed.isEmpty() && (typed.length() < SHORTEST || typed.length() > LONGEST)) {
            throw Refusal.invalid("passphrase", "export.passphrase-short").with("least", SHORTEST);
        }
        if (isRunning(owner)) {
            throw Refusal.conflict("export.running");
        }
        checkSpace(owner);

        var run = new RunId(Ids.next());
        var key = typed.isEmpty() ? null : keys.derive(typed, origins.of(owner.circle()));
        var started = db.sql("""
                insert into exports.run (circle_id, run_id, state, made_at, blinded_key, key_check)
                values (:circle, :run, 'running', :now, :key, :check)
                on conflict do nothing
                """)
                .with("circle", owner.circle())
                .with("run", run)
                .with("now", clock.instant())
                .with("key", key == null ? null : keys.blind(key, run.value()))
                .with("check", key == null ? null : keys.check(key))
                .run();
        if (started == 0) {
            throw Refusal.conflict("export.running");
        }
        return run;
    }

    private boolean isRunning(Owner owner) {
        return db.sql("select 1 from exports.run where circle_id = :circle and state = 'running'")
                .with("circle", owner.circle())
                .exists();
    }

    /** Pictures and files are what is large; words are estimated. */
    private void checkSpace(Owner owner) {
        var needed = pack.bytes(owner.circle()) + RESERVE;
        var free = files.free();
        if (free < needed) {
            throw Refusal.conflict("export.no-space")
                    .with("needed", needed / 1_000_000)
                    .with("free", free / 1_000_000);
        }
    }
}
