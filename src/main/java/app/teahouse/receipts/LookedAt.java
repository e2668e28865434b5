package app.teahouse.receipts;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Payments for which nothing is sold: a person looks at them, or their money goes back. To their buyers they are neither paid nor unpaid. */
@Component
class LookedAt {
    private final Db db;

    LookedAt(Db db) {
        this.db = db;
    }

    /** How it is with it. */
    public enum Why {
        /** The buyer says that they paid, and somebody looks. */
        CLAIMED,
        /** Another amount came than was asked, and somebody looks. */
        HELD,
        /** Money came when nothing was sold any more, or was not accepted: all of it goes back. */
        UNSOLD
    }

    Map<CheckoutId, Why> of(CircleId circle, List<CheckoutId> checkouts) {
        record Found(CheckoutId checkout, Why why) {}
        if (checkouts.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                select c.checkout_id,
                       case c.state when 'held' then 'held' when 'open' then 'claimed' else 'unsold' end
                  from payments.checkout c
                 where c.circle_id = :circle and c.checkout_id = any(:checkouts)
                   and (c.state in ('held', 'returned')
                        or c.state = 'open'
                           and exists (select 1
                                         from payments.attempt a
                                         join byhand.claim k on k.circle_id = a.circle_id and k.attempt_id = a.attempt_id
                                        where a.circle_id = :circle and a.checkout_id = c.checkout_id and k.circle_id = :circle
                                          and k.state = 'waiting')
                        or c.state in ('expired', 'cancelled')
                           and exists (select 1
                                         from payments.attempt a
                                        where a.circle_id = :circle and a.checkout_id = c.checkout_id and a.state = 'paid'))
                """)
                .with("circle", circle)
                .withIds("checkouts", checkouts)
                .all((row, n) -> new Found(new CheckoutId(Db.uuid(row, 1)), Db.constant(Why.class, row.getString(2))))
                .stream()
                .collect(Collectors.toMap(Found::checkout, Found::why));
    }
}
