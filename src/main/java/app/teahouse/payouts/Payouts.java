package app.teahouse.payouts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads payouts. */
@Component
class Payouts {
    static final int MOST = 50;

    private final Db db;

    Payouts(Db db) {
        this.db = db;
    }

    /** A circle's, the newest first. */
    List<Payout> of(CircleId circle) {
        return db.sql("""
                select circle_id, payout_id, amount, currency, label, state, asked_by, asked_at, ready_at, reference, reason
                  from payouts.payout
                 where circle_id = :circle
                 order by asked_at desc, payout_id desc
                 limit :most
                """).with("circle", circle).with("most", MOST).all((row, n) -> payout(row));
    }

    /** @throws Refusal {@code payout.unknown} */
    Payout find(CircleId circle, PayoutId id) {
        return read(circle, id, false);
    }

    /** Nobody else decides it until this transaction ends. */
    Payout lock(CircleId circle, PayoutId id) {
        return read(circle, id, true);
    }

    private Payout read(CircleId circle, PayoutId id, boolean locked) {
        return db.sql("""
                select circle_id, payout_id, amount, currency, label, state, asked_by, asked_at, ready_at, reference, reason
                  from payouts.payout
                 where circle_id = :circle and payout_id = :id
                """)
                // Two who decide at once: the second sees what the first did.
                .and(locked, "for no key update")
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> payout(row))
                .orElseThrow(() -> Refusal.notFound("payout.unknown"));
    }

    static Payout payout(ResultSet row) throws SQLException {
        return new Payout(
                new CircleId(Db.uuid(row, 1)),
                new PayoutId(Db.uuid(row, 2)),
                Money.of(row.getLong(3), row.getString(4)),
                Objects.requireNonNull(row.getString(5)),
                Db.constant(Payout.State.class, row.getString(6)),
                new AccountId(Db.uuid(row, 7)),
                Db.instant(row, 8),
                Db.instant(row, 9),
                row.getString(10),
                row.getString(11));
    }
}
