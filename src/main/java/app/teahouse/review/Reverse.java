package app.teahouse.review;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.CircleLog;
import app.teahouse.members.Members;
import app.teahouse.muting.LiftRuling;
import app.teahouse.reports.Things;
import app.teahouse.speaking.RulingId;
import app.teahouse.strikes.StrikeId;
import app.teahouse.strikes.Strikes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff take a decision back: the thing stands as before, and what followed for its writer ends. Who was removed is asked in anew. */
@Component
class Reverse {
    private final ItemRows rows;
    private final Things things;
    private final Members members;
    private final Strikes strikes;
    private final LiftRuling liftRuling;
    private final CircleLog log;
    private final Clock clock;

    Reverse(
            ItemRows rows,
            Things things,
            Members members,
            Strikes strikes,
            LiftRuling liftRuling,
            CircleLog log,
            Clock clock) {
        this.rows = rows;
        this.things = things;
        this.members = members;
        this.strikes = strikes;
        this.liftRuling = liftRuling;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code review.unknown}, {@code review.not-decided}, {@code review.nothing-to-reverse}, {@code review.too-late},
     *     {@code role.not-above}; what somebody else deleted, only they bring back
     */
    @Transactional
    public void reverse(Staff staff, ItemId id) {
        var item = rows.lock(staff.circle(), id)
                .filter(found -> Decide.mayDecide(staff, found))
                .orElseThrow(() -> Refusal.notFound("review.unknown"));
        if (!item.isDecided() || Objects.requireNonNull(item.decision()).isReversed()) {
            throw Refusal.conflict("review.not-decided");
        }
        var decision = item.decision();
        if (!decision.hasEffect()) {
            throw Refusal.conflict("review.nothing-to-reverse");
        }
        var now = clock.instant();
        if (decision.isTooOld(now)) {
            throw Refusal.conflict("review.too-late");
        }
        if (item.author() != null) {
            members.card(staff.circle(), item.author()).ifPresent(card -> Decide.mustBeBelow(staff, card));
        }

        switch (decision.fate()) {
            case HIDE -> show(staff, item);
            case DELETE -> things.kind(item.kind()).restore(staff, item.thing());
            case KEEP, ASK -> {}
        }
        if (decision.strike() != null) {
            strikes.undo(staff, new StrikeId(decision.strike()));
        }
        if (decision.ruling() != null) {
            liftRuling.undo(staff, List.of(new RulingId(decision.ruling())));
        }
        rows.reversed(item, staff.account(), now);
        log.write(new CircleLog.Deed(
                staff.circle(),
                "review_reversed",
                staff.account(),
                item.author(),
                item.kind(),
                decision.reason(),
                now));
    }

    private void show(Staff staff, Item item) {
        var ref = new Things.Ref(item.kind(), item.thing());
        if (things.views(staff.circle(), List.of(ref)).containsKey(ref)) {
            things.kind(item.kind()).show(staff, item.thing());
        }
    }
}
