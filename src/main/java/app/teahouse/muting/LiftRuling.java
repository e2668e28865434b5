package app.teahouse.muting;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Members;
import app.teahouse.members.Ranks;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.RulingEnded;
import app.teahouse.speaking.RulingId;
import app.teahouse.speaking.Rulings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff end a mute or a grant before its time, or take back what they said a moment ago. */
@Component
public class LiftRuling {
    private final Rulings rulings;
    private final Ranks ranks;
    private final Members members;
    private final Events events;
    private final Clock clock;

    LiftRuling(Rulings rulings, Ranks ranks, Members members, Events events, Clock clock) {
        this.rulings = rulings;
        this.ranks = ranks;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lifting what is over changes nothing.
     *
     * @throws Refusal {@code ruling.unknown}, {@code role.not-above}
     */
    @Transactional
    public void lift(Staff staff, RulingId id, String reason) {
        new Faults().atMost("reason", reason, 500).refuse();
        end(staff, id, Ruling.How.LIFTED, reason.strip());
    }

    /** Takes back what was just said to several; what somebody else has changed since then stays. */
    @Transactional
    public void undo(Staff staff, Collection<RulingId> ids) {
        ids.forEach(id -> end(staff, id, Ruling.How.UNDONE, ""));
    }

    private void end(Staff staff, RulingId id, Ruling.How how, String reason) {
        var ruling = rulings.byId(staff.circle(), id).orElseThrow(() -> Refusal.notFound("ruling.unknown"));
        var card = members.card(staff.circle(), ruling.account()).orElseThrow(() -> Refusal.notFound("member.unknown"));
        ranks.below(staff, List.of(card.number()));
        var now = clock.instant();
        if (!rulings.end(staff.circle(), id, new Ruling.End(now, staff.account(), how, reason))) {
            return;
        }
        events.publish(new RulingEnded(
                staff.circle(),
                id.value(),
                ruling.account(),
                Db.name(ruling.kind()),
                Db.name(how),
                reason,
                staff.account(),
                now));
    }
}
