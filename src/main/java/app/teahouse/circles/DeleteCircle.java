package app.teahouse.circles;

import app.teahouse.accounts.Accounts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a circle: for fourteen days only its members see it, read-only, and the owner may think again; then it is erased. */
@Component
class DeleteCircle {
    static final Duration TO_THINK = Duration.ofDays(14);

    private final Db db;
    private final Clock clock;
    private final Circles circles;
    private final Events events;
    private final Accounts accounts;

    DeleteCircle(Db db, Clock clock, Circles circles, Events events, Accounts accounts) {
        this.db = db;
        this.clock = clock;
        this.circles = circles;
        this.events = events;
        this.accounts = accounts;
    }

    /** Answers when it will be gone. */
    @Transactional
    Instant delete(Owner owner) {
        var at = clock.instant().plus(TO_THINK);
        var deleted = db.sql("""
                update circles.circle
                   set state = 'deleting', delete_at = :at, version = version + 1
                 where circle_id = :circle and state <> 'deleting'
                """).with("circle", owner.circle()).with("at", at).run();
        if (deleted == 0) {
            throw Refusal.conflict("circle.deleting");
        }
        tell(owner, CircleChanged.Kind.DELETION);
        return at;
    }

    @Transactional
    void keep(Owner owner) {
        accounts.staying(owner.account());
        var kept = db.sql("""
                update circles.circle
                   set state = 'active', delete_at = null, version = version + 1
                 where circle_id = :circle and state = 'deleting' and delete_at > :now
                """)
                .with("circle", owner.circle())
                .with("now", clock.instant())
                .run();
        if (kept == 0) {
            throw Refusal.conflict("circle.not-deleting");
        }
        tell(owner, CircleChanged.Kind.KEPT);
    }

    private void tell(Owner owner, CircleChanged.Kind kind) {
        circles.changed(owner.circle());
        events.publish(new CircleChanged(owner.circle(), kind, owner.account(), "", "", clock.instant()));
    }
}
