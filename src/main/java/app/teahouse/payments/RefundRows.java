package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.payments.Refund.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refunds as they are stored. They change only while their checkout's row is locked. */
@Component
class RefundRows {
    private final Db db;
    private final CheckoutRows checkouts;

    RefundRows(Db db, CheckoutRows checkouts) {
        this.db = db;
        this.checkouts = checkouts;
    }

    Optional<Refund> find(CircleId circle, RefundId id) {
        return db.sql("""
                select refund_id, checkout_id, attempt_id, amount, currency, reason, by_seller, state, reference, why, asked_at,
                       next_at is null, tries
                  from payments.refund
                 where circle_id = :circle and refund_id = :id
                """).with("circle", circle).with("id", id).maybe((row, n) -> refund(circle, row));
    }

    List<Refund> of(CircleId circle, CheckoutId checkout) {
        return db.sql("""
                select refund_id, checkout_id, attempt_id, amount, currency, reason, by_seller, state, reference, why, asked_at,
                       next_at is null, tries
                  from payments.refund
                 where circle_id = :circle and checkout_id = :checkout
                 order by refund_id
                 limit 100
                """).with("circle", circle).with("checkout", checkout).all((row, n) -> refund(circle, row));
    }

    private static Refund refund(CircleId circle, ResultSet row) throws SQLException {
        return new Refund(
                circle,
                new RefundId(Db.uuid(row, 1)),
                new CheckoutId(Db.uuid(row, 2)),
                Db.uuid(row, 3),
                Money.of(row.getLong(4), row.getString(5)),
                row.getString(6),
                row.getBoolean(7),
                Db.constant(State.class, row.getString(8)),
                row.getString(9),
                row.getString(10),
                Db.instant(row, 11),
                row.getBoolean(12),
                row.getInt(13));
    }

    void add(Refund refund) {
        db.sql("""
                insert into payments.refund
                       (circle_id, refund_id, checkout_id, attempt_id, amount, currency, reason, by_seller, state, reference,
                        asked_at, next_at)
                values (:circle, :id, :checkout, :attempt, :amount, :currency, :reason, :bySeller, :state, :reference, :now, :next)
                """)
                .with("circle", refund.circle())
                .with("id", refund.id())
                .with("checkout", refund.checkout())
                .with("attempt", refund.attempt())
                .with("amount", refund.amount().minor())
                .with("currency", refund.amount().code())
                .with("reason", refund.reason())
                .with("bySeller", refund.bySeller())
                .with("state", refund.state())
                .with("reference", refund.reference())
                .with("now", refund.askedAt())
                .with("next", refund.byHand() ? null : refund.askedAt())
                .run();
        checkouts.claim(name(refund.id()), refund.circle(), refund.id().value());
    }

    static String name(RefundId id) {
        return "refund " + id.value();
    }

    /** @param by who gave the money back by hand, or null */
    void done(Refund refund, String reference, Instant at, @Nullable AccountId by) {
        db.sql("""
                update payments.refund
                   set state = 'done', reference = :reference, ended_at = :at, ended_by = :by, next_at = null, why = null
                 where circle_id = :circle and refund_id = :id
                """)
                .with("circle", refund.circle())
                .with("id", refund.id())
                .with("reference", reference)
                .with("at", at)
                .with("by", by)
                .run();
    }

    void sent(Refund refund, String reference) {
        db.sql("""
                update payments.refund
                   set state = 'sent', reference = :reference
                 where circle_id = :circle and refund_id = :id and state in ('asked', 'sent')
                """)
                .with("circle", refund.circle())
                .with("id", refund.id())
                .with("reference", reference)
                .run();
    }

    void refused(Refund refund, String why) {
        db.sql("""
                update payments.refund
                   set state = 'refused', why = :why, next_at = null
                 where circle_id = :circle and refund_id = :id
                """)
                .with("circle", refund.circle())
                .with("id", refund.id())
                .with("why", why)
                .run();
    }
}
