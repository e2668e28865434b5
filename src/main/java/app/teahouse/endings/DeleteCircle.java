package app.teahouse.endings;

import app.teahouse.accounts.Accounts;
import app.teahouse.circles.CircleChanged;
import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a circle: for fourteen days only its members see it, read-only, and the owner may think again; then it is erased. */
@Component
public class DeleteCircle {
    static final Duration TO_THINK = CircleRow.TO_THINK;

    private final CircleRow row;
    private final Clock clock;
    private final Circles circles;
    private final Events events;
    private final Accounts accounts;
    private final ObjectProvider<Hindrance> hindrances;

    DeleteCircle(
            CircleRow row,
            Clock clock,
            Circles circles,
            Events events,
            Accounts accounts,
            ObjectProvider<Hindrance> hindrances) {
        this.row = row;
        this.clock = clock;
        this.circles = circles;
        this.events = events;
        this.accounts = accounts;
        this.hindrances = hindrances;
    }

    /** Answers when it will be gone. */
    @Transactional
    public Instant delete(Owner owner) {
        if (!hindrances(owner.circle()).isEmpty()) {
            throw Refusal.conflict("circle.unsettled");
        }
        var at = clock.instant().plus(TO_THINK);
        if (!row.delete(owner, at)) {
            throw Refusal.conflict("circle.deleting");
        }
        tell(owner, CircleChanged.Kind.DELETION);
        return at;
    }

    /** What has to be settled first. */
    List<Hindrance.One> hindrances(CircleId circle) {
        return hindrances.stream().flatMap(one -> one.of(circle).stream()).toList();
    }

    @Transactional
    public void keep(Owner owner) {
        accounts.staying(owner.account());
        if (!row.keep(owner, clock.instant())) {
            throw Refusal.conflict("circle.not-deleting");
        }
        tell(owner, CircleChanged.Kind.KEPT);
    }

    private void tell(Owner owner, CircleChanged.Kind kind) {
        circles.changed(owner.circle());
        events.publish(new CircleChanged(owner.circle(), kind, owner.account(), "", "", clock.instant()));
    }
}
