package app.teahouse.removals;

import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.CircleLog;
import app.teahouse.members.Reinstate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff take removals back: the members are back as they were, with their words. Money that went back stays where it is, and whose time ended
 * with it pays for new time.
 */
@Component
public class UndoRemoval {
    private final Removals removals;
    private final Above above;
    private final ChooseWords chooseWords;
    private final Reinstate reinstate;
    private final CircleLog log;
    private final Events events;
    private final Clock clock;

    UndoRemoval(
            Removals removals,
            Above above,
            ChooseWords chooseWords,
            Reinstate reinstate,
            CircleLog log,
            Events events,
            Clock clock) {
        this.removals = removals;
        this.above = above;
        this.chooseWords = chooseWords;
        this.reinstate = reinstate;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All of them or none; one that is taken back already changes nothing.
     *
     * @throws Refusal {@code removal.unknown}, {@code removal.too-late}, {@code removal.too-many}, {@code role.not-above},
     *     {@code circle.archived}
     */
    @Transactional
    public void undo(Staff staff, Collection<RemovalId> ids) {
        if (ids.size() > Remove.MOST) {
            throw Refusal.conflict("removal.too-many").with("most", Remove.MOST);
        }
        var locked = ids.stream()
                .distinct()
                .sorted(Comparator.comparing(RemovalId::value))
                .map(id -> removals.lock(staff.circle(), id))
                .filter(removal -> removal.undoneAt() == null)
                .toList();
        if (locked.isEmpty()) {
            return;
        }
        var now = clock.instant();
        locked.forEach(removal -> mayUndo(staff, removal, now));
        // Who asked and came back meanwhile, or was removed anew, stays what they are.
        var back = reinstate.reinstate(
                staff.circle(),
                locked.stream()
                        .map(removal -> new Reinstate.Out(removal.account(), removal.role(), removal.madeAt()))
                        .toList());
        locked.forEach(removal -> undo(staff, removal, back.contains(removal.account()), now));
    }

    private void mayUndo(Staff staff, Removal removal, Instant now) {
        above.must(staff, removal);
        if (!removal.isUndoable(now)) {
            throw Refusal.conflict("removal.too-late");
        }
    }

    private void undo(Staff staff, Removal removal, boolean back, Instant now) {
        chooseWords.bringBack(staff, removal);
        removals.undone(removal, staff.account(), now);
        log.write(new CircleLog.Deed(
                staff.circle(), "removal_undone", staff.account(), removal.account(), "", removal.reason(), now));
        if (back) {
            events.publish(
                    new RemovalUndone(staff.circle(), removal.id().value(), removal.account(), staff.account(), now));
        }
    }
}
