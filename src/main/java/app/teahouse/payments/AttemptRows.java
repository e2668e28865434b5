package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.MeansId;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.payments.Attempt.Payment;
import app.teahouse.payments.Attempt.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attempts as they are stored. They change only while their checkout's row is locked. */
@Component
class AttemptRows {
    private final Db db;

    AttemptRows(Db db) {
        this.db = db;
    }

    Optional<Attempt> find(CircleId circle, UUID id) {
        return db.sql("""
                select attempt_id, checkout_id, way_id, kind, manner, number, received_by_circle, save, state, reference, payment,
                       paid_amount, paid_currency, paid_at, means_id, why, hopeless, asks
                  from payments.attempt
                 where circle_id = :circle and attempt_id = :id
                """).with("circle", circle).with("id", id).maybe((row, n) -> attempt(circle, row));
    }

    /** In the order in which they were begun. */
    List<Attempt> of(CircleId circle, CheckoutId checkout) {
        return db.sql("""
                select attempt_id, checkout_id, way_id, kind, manner, number, received_by_circle, save, state, reference, payment,
                       paid_amount, paid_currency, paid_at, means_id, why, hopeless, asks
                  from payments.attempt
                 where circle_id = :circle and checkout_id = :checkout
                 order by attempt_id
                 limit 50
                """).with("circle", circle).with("checkout", checkout).all((row, n) -> attempt(circle, row));
    }

    private static Attempt attempt(CircleId circle, ResultSet row) throws SQLException {
        var payment = row.getString(11);
        var means = Db.maybeUuid(row, 15);
        return new Attempt(
                circle,
                Db.uuid(row, 1),
                new CheckoutId(Db.uuid(row, 2)),
                new WayId(Db.uuid(row, 3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getBoolean(8),
                Db.constant(State.class, row.getString(9)),
                row.getString(10),
                payment == null
                        ? null
                        : new Payment(
                                payment,
                                Money.of(row.getLong(12), Objects.requireNonNull(row.getString(13))),
                                Db.instant(row, 14)),
                means == null ? null : new MeansId(means),
                row.getString(16),
                row.getBoolean(17),
                row.getInt(18));
    }

    void add(Attempt attempt, Instant now) {
        db.sql("""
                insert into payments.attempt
                       (circle_id, attempt_id, checkout_id, way_id, kind, manner, number, received_by_circle, save, means_id, state,
                        made_at)
                values (:circle, :id, :checkout, :way, :kind, :manner, :number, :byCircle, :save, :means, 'open', :now)
                """)
                .with("circle", attempt.circle())
                .with("id", attempt.id())
                .with("checkout", attempt.checkout())
                .with("way", attempt.way())
                .with("kind", attempt.kind())
                .with("manner", attempt.manner())
                .with("number", attempt.number())
                .with("byCircle", attempt.receivedByCircle())
                .with("save", attempt.save())
                .with("means", attempt.means())
                .with("now", now)
                .run();
    }

    void paid(Attempt attempt, Payment payment, @Nullable MeansId means) {
        db.sql("""
                update payments.attempt
                   set state = 'paid', payment = :payment, paid_amount = :amount, paid_currency = :currency, paid_at = :at,
                       means_id = coalesce(:means, means_id), why = null, ask_at = null, go = null, qr = null, script = null
                 where circle_id = :circle and attempt_id = :id
                """)
                .with("circle", attempt.circle())
                .with("id", attempt.id())
                .with("payment", payment.name())
                .with("amount", payment.amount().minor())
                .with("currency", payment.amount().code())
                .with("at", payment.at())
                .with("means", means)
                .run();
    }

    /**
     * The gateway answered: where the payer is led, and when it is asked whether they paid. Of two who began the same at once one may have
     * been let down, and have closed it.
     */
    void begun(Attempt attempt, Gateway.Begun begun, String script, @Nullable Instant askAt) {
        db.sql("""
                update payments.attempt
                   set state = 'open', why = null, reference = :reference, go = :go, qr = :qr, script = :script, ask_at = :askAt,
                       asks = 0
                 where circle_id = :circle and attempt_id = :id and (state = 'open' or (state = 'closed' and reference is null))
                """)
                .with("circle", attempt.circle())
                .with("id", attempt.id())
                .with("reference", begun.reference())
                .with("go", begun.go())
                .with("qr", begun.qr())
                .with("script", script)
                .with("askAt", askAt)
                .run();
    }

    /** Nobody was led anywhere; harmless where another, at the same moment, was. */
    void notBegun(Attempt attempt, State state, String why) {
        db.sql("""
                update payments.attempt
                   set state = :state, why = :why, ask_at = null
                 where circle_id = :circle and attempt_id = :id and state = 'open' and reference is null
                """)
                .with("circle", attempt.circle())
                .with("id", attempt.id())
                .with("state", state)
                .with("why", why)
                .run();
    }

    /** Open again, if it was closed because nobody answered. */
    void again(Attempt attempt) {
        db.sql("""
                update payments.attempt
                   set state = 'open', why = null
                 where circle_id = :circle and attempt_id = :id and state = 'closed' and reference is null
                """).with("circle", attempt.circle()).with("id", attempt.id()).run();
    }

    void declined(Attempt attempt, String why, boolean hopeless) {
        db.sql("update payments.attempt set hopeless = :hopeless where circle_id = :circle and attempt_id = :id")
                .with("circle", attempt.circle())
                .with("id", attempt.id())
                .with("hopeless", hopeless)
                .run();
        end(attempt.circle(), attempt.id(), State.DECLINED, why);
    }

    /** The gateway is asked at this moment, unless it never answered. */
    void askAt(CircleId circle, UUID id, Instant at) {
        db.sql("""
                update payments.attempt
                   set ask_at = :at
                 where circle_id = :circle and attempt_id = :id and state = 'open'
                """).with("circle", circle).with("id", id).with("at", at).run();
    }

    /** It can't be paid any more. Harmless for one that was paid meanwhile. */
    void end(CircleId circle, UUID id, State state, String why) {
        db.sql("""
                update payments.attempt
                   set state = :state, why = :why, ask_at = null, go = null, qr = null, script = null
                 where circle_id = :circle and attempt_id = :id and state = 'open'
                """)
                .with("circle", circle)
                .with("id", id)
                .with("state", state)
                .with("why", why)
                .run();
    }
}
