package app.teahouse.circles;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Hands a circle on. Room {@code members} calls it in the transaction that changes both memberships. */
@Component
public class Ownership {
    private final Db db;
    private final Circles circles;

    Ownership(Db db, Circles circles) {
        this.db = db;
        this.circles = circles;
    }

    /** @throws Refusal {@code handover.gone} if the circle is not {@code from}'s any more, or is being deleted */
    public void pass(CircleId circle, AccountId from, AccountId to) {
        var passed = db.sql("""
                update circles.circle
                   set owner_id = :to, version = version + 1
                 where circle_id = :circle and owner_id = :from and state <> 'deleting'
                """)
                .with("circle", circle)
                .with("from", from)
                .with("to", to)
                .run();
        if (passed == 0) {
            throw Refusal.conflict("handover.gone");
        }
        circles.changed(circle);
    }
}
