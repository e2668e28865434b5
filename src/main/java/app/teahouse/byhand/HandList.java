package app.teahouse.byhand;

import app.teahouse.byhand.HandView.Arrival;
import app.teahouse.byhand.HandView.Held;
import app.teahouse.byhand.HandView.Refund;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Partner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All about money that waits for a person: for a circle's owner and partners what the circle receives, for operators what the site does. */
@Component
public class HandList {
    private static final int MOST = 100;

    private final Db db;

    HandList(Db db) {
        this.db = db;
    }

    /** At most a hundred of each, the oldest first. */
    public record All(List<Arrival> arrivals, List<Held> held, List<Refund> refunds, Map<UUID, String> names) {

        public boolean isEmpty() {
            return arrivals.isEmpty() && held.isEmpty() && refunds.isEmpty();
        }

        public String name(UUID account) {
            return names.getOrDefault(account, "");
        }
    }

    public All of(Partner partner) {
        return all(partner.circle());
    }

    /** Of all circles: what the site receives. */
    public All of(Operator operator) {
        return all(null);
    }

    private All all(@Nullable CircleId circle) {
        var arrivals = arrivals(circle);
        var held = held(circle);
        var refunds = refunds(circle);
        var payers = Stream.of(
                        arrivals.stream().map(Arrival::payer),
                        held.stream().map(Held::payer),
                        refunds.stream().map(Refund::payer))
                .flatMap(one -> one)
                .distinct()
                .toList();
        return new All(arrivals, held, refunds, names(payers));
    }

    /**
     * Also what somebody says they paid and then bought no more: it may arrive all the same. In a circle also those that were begun and of which nobody said yet that they are paid: the money may be seen first.
     */
    private List<Arrival> arrivals(@Nullable CircleId circle) {
        return db.sql("""
                select a.circle_id, a.attempt_id, c.number, c.title, c.amount, c.currency, c.payer_id, a.made_at, k.said_at,
                       coalesce(k.reference, ''), k.picture is not null, c.state <> 'open'
                  from payments.attempt a
                  join payments.checkout c on c.circle_id = a.circle_id and c.checkout_id = a.checkout_id
                  left join byhand.claim k on k.circle_id = a.circle_id and k.attempt_id = a.attempt_id
                 where a.kind = 'byhand' and a.state = 'open' and (c.state = 'open' or k.state = 'waiting')
                """)
                .and(
                        circle != null,
                        "and a.circle_id = :circle and a.received_by_circle and coalesce(k.state, 'waiting') = 'waiting'")
                .and(
                        circle == null,
                        "and k.state = 'waiting' and not k.received_by_circle and not a.received_by_circle")
                .and(true, "order by k.said_at nulls last, a.attempt_id limit :most")
                .with("circle", circle)
                .with("most", MOST)
                .all((row, n) -> new Arrival(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        row.getString(3),
                        row.getString(4),
                        money(row, 5),
                        Db.uuid(row, 7),
                        Db.instant(row, 8),
                        Db.maybeInstant(row, 9),
                        row.getString(10),
                        row.getBoolean(11),
                        row.getBoolean(12)));
    }

    private List<Held> held(@Nullable CircleId circle) {
        return db.sql("""
                select circle_id, checkout_id, number, title, amount, currency, paid_amount, paid_currency, payer_id, paid_at
                  from payments.checkout
                 where state = 'held'
                """)
                .and(circle != null, "and circle_id = :circle and received_by_circle")
                .and(circle == null, "and not received_by_circle")
                .and(true, "order by paid_at, checkout_id limit :most")
                .with("circle", circle)
                .with("most", MOST)
                .all((row, n) -> new Held(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        row.getString(3),
                        row.getString(4),
                        money(row, 5),
                        money(row, 7),
                        Db.uuid(row, 9),
                        Db.instant(row, 10)));
    }

    private List<Refund> refunds(@Nullable CircleId circle) {
        return db.sql("""
                select r.circle_id, r.refund_id, c.number, c.title, r.amount, r.currency, c.payer_id, r.reason, r.why, r.asked_at
                  from payments.refund r
                  join payments.attempt a on a.circle_id = r.circle_id and a.attempt_id = r.attempt_id
                  join payments.checkout c on c.circle_id = r.circle_id and c.checkout_id = r.checkout_id
                 where r.state <> 'done' and r.next_at is null
                """)
                .and(circle != null, "and r.circle_id = :circle and a.received_by_circle")
                .and(circle == null, "and not a.received_by_circle")
                .and(true, "order by r.refund_id limit :most")
                .with("circle", circle)
                .with("most", MOST)
                .all((row, n) -> new Refund(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        row.getString(3),
                        row.getString(4),
                        money(row, 5),
                        Db.uuid(row, 7),
                        row.getString(8),
                        row.getString(9),
                        Db.instant(row, 10)));
    }

    /** How payers call themselves on this site: not everybody who pays is a member yet. */
    private Map<UUID, String> names(List<UUID> payers) {
        record Named(UUID account, String name) {}
        if (payers.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select account_id, name from accounts.account where account_id = any(:payers)")
                .withUuids("payers", payers)
                .all((row, n) -> new Named(Db.uuid(row, 1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Named::account, Named::name));
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        return Money.of(row.getLong(column), Objects.requireNonNull(row.getString(column + 1)));
    }
}
