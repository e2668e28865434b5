package app.teahouse.offers;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.Bars;
import app.teahouse.members.Enrol;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who left before the end of their time comes back, and pays nothing. Whom staff removed does not come back this way. */
@Component
public class ComeBack {
    private final Circles circles;
    private final Enrol enrol;
    private final Bars bars;

    ComeBack(Circles circles, Enrol enrol, Bars bars) {
        this.circles = circles;
        this.enrol = enrol;
        this.bars = bars;
    }

    /**
     * Harmless for who is back already.
     *
     * @throws Refusal {@code join.payment-needed}
     */
    @Transactional
    public void comeBack(Onlooker onlooker, Person person) {
        var circle = circles.fresh(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (onlooker.member().isPresent()) {
            return;
        }
        bars.refuse(circle.id(), person.account());
        var before = enrol.before(circle.id(), person.account());
        if (before != Enrol.Before.LEFT && before != Enrol.Before.EXPIRED) {
            throw Refusal.conflict("join.payment-needed");
        }
        enrol.enrol(circle.id(), person.account(), Role.MEMBER, circle.rulesVersion(), null);
    }
}
