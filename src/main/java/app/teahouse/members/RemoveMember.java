package app.teahouse.members;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff remove members, with a reason. Coming back needs the staff's yes, and not before a bar is over where they set one. */
@Component
public class RemoveMember {
    private final MemberRows rows;
    private final Bars bars;
    private final Pulse pulse;
    private final Events events;
    private final Clock clock;

    RemoveMember(MemberRows rows, Bars bars, Pulse pulse, Events events, Clock clock) {
        this.rows = rows;
        this.bars = bars;
        this.pulse = pulse;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who was removed.
     *
     * @param role what they were
     */
    public record Gone(AccountId account, long number, Role role, Instant at) {}

    @Transactional
    public void remove(Staff staff, long number, String reason) {
        remove(staff, List.of(number), reason, null);
    }

    /**
     * All who are still members, or none where one of them is not below.
     *
     * @param bar null where they may ask to come back at once
     * @throws Refusal {@code member.unknown} where none of them is a member any more, {@code role.not-above}
     */
    @Transactional
    public List<Gone> remove(Staff staff, Collection<Long> numbers, String reason, Bars.@Nullable Bar bar) {
        new Faults().text("reason", reason, 500).refuse();
        var others = rows.lock(staff, numbers);
        // As the database keeps it: what is taken back later names this moment.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var gone = others.stream()
                .map(other -> remove(staff, other, reason.strip(), bar, now))
                .toList();
        pulse.countMembers(staff.circle(), -gone.size());
        return gone;
    }

    private Gone remove(Staff staff, MemberRows.Locked other, String reason, Bars.@Nullable Bar bar, Instant now) {
        rows.end(staff.circle(), other.account(), staff.account(), reason, now);
        if (bar != null) {
            bars.set(staff.circle(), other.account(), bar);
        }
        events.publish(new MemberGone(
                staff.circle(),
                other.account(),
                other.number(),
                other.alias(),
                new MemberGone.Removed(staff.account(), reason, now)));
        return new Gone(other.account(), other.number(), other.role(), now);
    }
}
