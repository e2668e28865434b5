package app.teahouse.receipts;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which payments a person looks at now: to their buyers they are neither paid nor unpaid. */
@Component
class LookedAt {
    private final Db db;

    LookedAt(Db db) {
        this.db = db;
    }

    /** Why somebody looks. */
    public enum Why {
        /** The buyer says that they paid. */
        CLAIMED,
        /** Another amount came than was asked. */
        HELD
    }

    Map<CheckoutId, Why> of(CircleId circle, List<CheckoutId> checkouts) {
        record Found(CheckoutId checkout, Why why) {}
        if (checkouts.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                select c.checkout_id, c.state = 'held'
                  from payments.checkout c
                 where c.circle_id = :circle and c.checkout_id = any(:checkouts)
                   and (c.state = 'held'
                        or c.state = 'open'
                           and exists (select 1
                                         from payments.attempt a
                                         join byhand.claim k on k.circle_id = a.circle_id and k.attempt_id = a.attempt_id
                                        where a.circle_id = :circle and a.checkout_id = c.checkout_id and k.circle_id = :circle
                                          and k.state = 'waiting'))
                """)
                .with("circle", circle)
                .withIds("checkouts", checkouts)
                .all((row, n) -> new Found(new CheckoutId(Db.uuid(row, 1)), row.getBoolean(2) ? Why.HELD : Why.CLAIMED))
                .stream()
                .collect(Collectors.toMap(Found::checkout, Found::why));
    }
}
