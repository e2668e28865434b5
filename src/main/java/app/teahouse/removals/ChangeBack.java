package app.teahouse.removals;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.CircleLog;
import app.teahouse.members.Bars;
import app.teahouse.removals.Removal.Back;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff say anew from when on somebody may come back: earlier, later, at once or never. */
@Component
class ChangeBack {
    private final Removals removals;
    private final Above above;
    private final Bars bars;
    private final CircleLog log;
    private final Clock clock;

    ChangeBack(Removals removals, Above above, Bars bars, CircleLog log, Clock clock) {
        this.removals = removals;
        this.above = above;
        this.bars = bars;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code removal.unknown}, {@code removal.not-out} where they are back, {@code removal.newer}, {@code role.not-above},
     *     {@code removal.day-over}
     */
    @Transactional
    public void change(Staff staff, RemovalId id, Back back, @Nullable Instant until) {
        var now = clock.instant();
        var bar = Remove.bar(back, until, now);
        var removal = removals.lock(staff.circle(), id);
        above.must(staff, removal);
        above.mustBeLast(removal);
        if (removal.undoneAt() != null || !bars.set(staff.circle(), removal.account(), bar)) {
            throw Refusal.conflict("removal.not-out");
        }
        removals.back(removal, back, back == Back.DAY ? until : null);
        log.write(new CircleLog.Deed(
                staff.circle(),
                back == Back.ASK ? "unbarred" : "barred",
                staff.account(),
                removal.account(),
                BackLog.about(staff, back, until),
                "",
                now));
    }
}
