package app.teahouse.payouts;

import app.teahouse.circles.Circle;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import app.teahouse.log.Impartial;
import app.teahouse.members.Involvement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a closed circle asks for is held until an operator lets it go, one by one. What a frozen one asks for waits for the end of the freeze. */
@Component
class ReleasePayout {
    private final Db db;
    private final Payouts payouts;
    private final Involvement involvement;
    private final Impartial impartial;
    private final OperatorLog log;
    private final Clock clock;

    ReleasePayout(Db db, Payouts payouts, Involvement involvement, Impartial impartial, OperatorLog log, Clock clock) {
        this.db = db;
        this.payouts = payouts;
        this.involvement = involvement;
        this.impartial = impartial;
        this.log = log;
        this.clock = clock;
    }

    private record Row(Payout payout, boolean frozen) {}

    /** What an operator may let go before what waits for the end of a freeze, the oldest first. */
    List<HeldPayout> held(Operator operator) {
        var rows = db.sql("""
                select p.circle_id, p.payout_id, p.amount, p.currency, p.label, p.state, p.asked_by, p.asked_at, p.ready_at, p.reference,
                       p.reason, c.state
                  from payouts.payout p
                  join circles.circle c on c.circle_id = p.circle_id
                 where p.state = 'waiting' and c.halted_at is not null
                   and (c.state = 'frozen' or coalesce(p.released_at < c.halted_at, true))
                 order by c.state = 'frozen', p.ready_at, p.payout_id
                 limit :most
                """)
                .with("most", PayByHand.MOST)
                .all((row, n) -> new Row(
                        Payouts.payout(row),
                        Db.constant(Circle.State.class, row.getString(12)) == Circle.State.FROZEN));
        var nearness = involvement.of(
                operator,
                rows.stream().map(row -> row.payout().circle()).distinct().toList());
        return rows.stream()
                .map(row -> new HeldPayout(
                        row.payout(),
                        row.frozen(),
                        nearness.getOrDefault(row.payout().circle(), Involvement.Of.NONE)))
                .toList();
    }

    /**
     * @param alone whether the operator says that they are in the circle, and nobody else can decide
     * @throws Refusal {@code payout.unknown}, {@code payout.not-held}, {@code verdict.own-circle}, {@code verdict.alone}
     */
    @Transactional
    public void release(Operator operator, CircleId circle, PayoutId id, boolean alone) {
        var payout = payouts.lock(circle, id);
        var released = db.sql("""
                update payouts.payout p
                   set released_at = :now
                  from circles.circle c
                 where p.circle_id = :circle and p.payout_id = :id and p.state = 'waiting' and c.circle_id = p.circle_id
                   and c.state = 'deleting' and c.halted_at is not null and coalesce(p.released_at < c.halted_at, true)
                """)
                .with("circle", circle)
                .with("id", id)
                .with("now", clock.instant())
                .run();
        if (released == 0) {
            throw Refusal.conflict("payout.not-held");
        }
        impartial.check(operator, circle, alone);
        log.note(operator, "payout_released", circle, Map.of("sum", payout.amount()), "");
    }
}
