package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.payments.Checkout.Came;
import app.teahouse.payments.Checkout.Cancelled;
import app.teahouse.payments.Checkout.Expired;
import app.teahouse.payments.Checkout.Held;
import app.teahouse.payments.Checkout.Open;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.Checkout.Returned;
import app.teahouse.payments.Checkout.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checkouts as they are stored. */
@Component
class CheckoutRows {
    private final Db db;

    CheckoutRows(Db db) {
        this.db = db;
    }

    Optional<Checkout> find(CircleId circle, CheckoutId id) {
        return select(circle, id, false);
    }

    /** All that becomes of a checkout happens one after the other: it is paid once, and not while it expires. */
    Optional<Checkout> lock(CircleId circle, CheckoutId id) {
        return select(circle, id, true);
    }

    private Optional<Checkout> select(CircleId circle, CheckoutId id, boolean lock) {
        return db.sql("""
                select checkout_id, number, seller, about_id, payer_id, title, amount, currency, return_path, may_save, made_at,
                       state, expires_at, attempt_id, paid_amount, paid_currency, paid_at, received_by_circle, refunded, returned,
                       ended_at
                  from payments.checkout
                 where circle_id = :circle and checkout_id = :id
                """)
                .and(lock, "for no key update")
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> checkout(circle, row));
    }

    static Checkout checkout(CircleId circle, ResultSet row) throws SQLException {
        return new Checkout(
                circle,
                new CheckoutId(Db.uuid(row, 1)),
                row.getString(2),
                row.getString(3),
                Db.uuid(row, 4),
                new AccountId(Db.uuid(row, 5)),
                row.getString(6),
                Money.of(row.getLong(7), row.getString(8)),
                row.getString(9),
                row.getBoolean(10),
                Db.instant(row, 11),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        var state = row.getString(12);
        return switch (state) {
            case "open" -> new Open(Db.instant(row, 13));
            case "paid" -> new Paid(came(row), sum(row, 19), sum(row, 20));
            case "held" -> new Held(came(row));
            case "returned" -> new Returned(came(row), sum(row, 20));
            case "expired" -> new Expired(Db.instant(row, 21));
            case "cancelled" -> new Cancelled(Db.instant(row, 21));
            default -> throw new IllegalStateException("A checkout is " + state);
        };
    }

    private static Came came(ResultSet row) throws SQLException {
        return new Came(Db.uuid(row, 14), sum(row, 15), row.getBoolean(18), Db.instant(row, 17));
    }

    private static Money sum(ResultSet row, int column) throws SQLException {
        return Money.of(row.getLong(column), Objects.requireNonNull(row.getString(16)));
    }

    /** Writes what has become of a checkout whose row is locked; {@code by} is a person who decided, with their words. */
    void become(Checkout checkout, State state, Instant now, @Nullable AccountId by, String words) {
        var came = switch (state) {
            case Paid paid -> paid.came();
            case Held held -> held.came();
            case Returned returned -> returned.came();
            case Open _, Expired _, Cancelled _ -> null;
        };
        db.sql("""
                update payments.checkout
                   set state = :state, attempt_id = :attempt, paid_amount = :amount, paid_currency = :currency, paid_at = :paidAt,
                       received_by_circle = :byCircle, refunded = :refunded, returned = :returned,
                       ended_at = coalesce(ended_at, :ended),
                       decided_by = coalesce(:by, decided_by), words = case when :words = '' then words else :words end
                 where circle_id = :circle and checkout_id = :id
                """)
                .with("circle", checkout.circle())
                .with("id", checkout.id())
                .with("state", word(state))
                .with("attempt", came == null ? null : came.attempt())
                .with("amount", came == null ? null : came.amount().minor())
                .with("currency", came == null ? null : came.amount().code())
                .with("paidAt", came == null ? null : came.at())
                .with("byCircle", came == null ? null : came.receivedByCircle())
                .with("refunded", refunded(state))
                .with("returned", returned(state))
                .with("ended", state instanceof Open || state instanceof Held ? null : now)
                .with("by", by)
                .with("words", words)
                .run();
    }

    private static String word(State state) {
        return switch (state) {
            case Open _ -> "open";
            case Paid _ -> "paid";
            case Held _ -> "held";
            case Returned _ -> "returned";
            case Expired _ -> "expired";
            case Cancelled _ -> "cancelled";
        };
    }

    private static long refunded(State state) {
        return switch (state) {
            case Paid paid -> paid.refunded().minor();
            case Returned returned -> returned.came().amount().minor();
            case Open _, Held _, Expired _, Cancelled _ -> 0;
        };
    }

    private static long returned(State state) {
        return switch (state) {
            case Paid paid -> paid.returned().minor();
            case Returned returned -> returned.returned().minor();
            case Open _, Held _, Expired _, Cancelled _ -> 0;
        };
    }

    /** Of which circle's checkout, attempt or refund somebody outside speaks. */
    record Claimed(CircleId circle, UUID thing) {}

    void claim(String name, CircleId circle, UUID thing) {
        db.sql("""
                insert into payments.claim (name, circle_id, thing_id)
                values (:name, :circle, :thing)
                on conflict (name) do nothing
                """)
                .with("name", name)
                .with("circle", circle)
                .with("thing", thing)
                .run();
    }

    Optional<Claimed> claimed(String name) {
        return db.sql("select circle_id, thing_id from payments.claim where name = :name")
                .with("name", name)
                .maybe((row, n) -> new Claimed(new CircleId(Db.uuid(row, 1)), Db.uuid(row, 2)));
    }
}
