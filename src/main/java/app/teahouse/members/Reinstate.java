package app.teahouse.members;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removals are taken back: the members are as before, with the same number, name, role and day of joining. */
@Component
public class Reinstate {
    private final Db db;
    private final Circles circles;
    private final Pulse pulse;
    private final Findable findable;
    private final Events events;

    Reinstate(Db db, Circles circles, Pulse pulse, Findable findable, Events events) {
        this.db = db;
        this.circles = circles;
        this.pulse = pulse;
        this.findable = findable;
        this.events = events;
    }

    /**
     * Who is to be one again.
     *
     * @param role what they were
     * @param removedAt which removal: who came back since, or was removed anew, is not touched
     */
    public record Out(AccountId account, Role role, Instant removedAt) {}

    /**
     * @return those for whom it was still that removal
     * @throws Refusal {@code circle.archived}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<AccountId> reinstate(CircleId circle, Collection<Out> outs) {
        if (circles.fresh(circle)
                .filter(found -> found.state() == Circle.State.ACTIVE)
                .isEmpty()) {
            throw Refusal.conflict("circle.archived");
        }
        hold(circle, outs.stream().map(Out::account).toList());
        var back = new HashSet<AccountId>();
        for (var out : outs) {
            back(circle, out).ifPresent(joined -> {
                list(circle, out);
                findable.member(circle, out.account());
                events.publish(joined);
                back.add(out.account());
            });
        }
        pulse.countMembers(circle, back.size());
        return back;
    }

    /** In one order, as those who remove do. */
    private void hold(CircleId circle, Collection<AccountId> accounts) {
        db.sql("""
                select 1
                  from members.membership
                 where circle_id = :circle and account_id = any(:accounts)
                 order by account_id
                   for no key update
                """).with("circle", circle).withIds("accounts", accounts).exists();
    }

    private Optional<MemberJoined> back(CircleId circle, Out out) {
        return db.sql("""
                update members.membership
                   set state = 'active', role = :role, ended_at = null, ended_by = null, ended_reason = null,
                       barred = false, barred_until = null
                 where circle_id = :circle and account_id = :account and state = 'removed' and ended_at = :at
                returning number, alias
                """)
                .with("circle", circle)
                .with("account", out.account())
                .with("role", out.role())
                .with("at", out.removedAt())
                .maybe((row, n) -> new MemberJoined(circle, out.account(), row.getLong(1), row.getString(2)));
    }

    private void list(CircleId circle, Out out) {
        db.sql("""
                update members.account_circle
                   set state = 'active', role = :role
                 where account_id = :account and circle_id = :circle
                """)
                .with("account", out.account())
                .with("circle", circle)
                .with("role", out.role())
                .run();
    }
}
