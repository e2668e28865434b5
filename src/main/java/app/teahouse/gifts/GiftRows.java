package app.teahouse.gifts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.orders.OrderId;
import app.teahouse.plans.KeptPeriod;
import app.teahouse.plans.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements that several operations on cards share. */
@Component
class GiftRows {
    private final Db db;

    GiftRows(Db db) {
        this.db = db;
    }

    /** Reads the columns that every statement on parcels names in this order. */
    static Parcel parcel(CircleId circle, ResultSet row) throws SQLException {
        return new Parcel(
                circle,
                new OrderId(Db.uuid(row, 1)),
                account(row, 2),
                row.getString(3),
                row.getString(4),
                new PlanId(Db.uuid(row, 5)),
                row.getString(6),
                KeptPeriod.read(row, 7),
                row.getInt(10));
    }

    private static @Nullable AccountId account(ResultSet row, int column) throws SQLException {
        var id = Db.maybeUuid(row, column);
        return id == null ? null : new AccountId(id);
    }

    /** Reads the columns that every statement on cards names in this order. */
    static Card card(CircleId circle, ResultSet row) throws SQLException {
        var currency = row.getString(6);
        return new Card(
                circle,
                new CardId(Db.uuid(row, 1)),
                new OrderId(Db.uuid(row, 2)),
                row.getInt(3),
                Money.of(row.getLong(4), currency),
                Money.of(row.getLong(5), currency),
                Db.constant(Card.State.class, row.getString(7)),
                account(row, 8),
                Objects.requireNonNull(Db.maybeDay(row, 9)),
                Db.maybeDay(row, 10),
                Db.maybeDay(row, 11),
                Db.maybeInstant(row, 12));
    }

    Optional<Parcel> parcel(CircleId circle, OrderId order) {
        return db.sql("""
                select order_id, giver_id, giver, greeting, plan_id, plan_name, kind, lasts, last_day, cards
                  from gifts.parcel
                 where circle_id = :circle and order_id = :order
                """).with("circle", circle).with("order", order).maybe((row, n) -> parcel(circle, row));
    }

    Optional<Card> card(CircleId circle, CardId id) {
        return read(circle, id, false);
    }

    /** Of all who have the code at once, one uses the card; nobody gives it back meanwhile. */
    Optional<Card> lock(CircleId circle, CardId id) {
        return read(circle, id, true);
    }

    private Optional<Card> read(CircleId circle, CardId id, boolean locked) {
        return db.sql("""
                select card_id, order_id, number, worth, returned, currency, state, account_id, valid_until, first_day, last_day,
                       ended_at
                  from gifts.card
                 where circle_id = :circle and card_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .and(locked, "for no key update")
                .maybe((row, n) -> card(circle, row));
    }

    /** All cards of an order, the first first; locked, none is used or given back meanwhile. */
    List<Card> cards(CircleId circle, OrderId order, boolean locked) {
        return db.sql("""
                select card_id, order_id, number, worth, returned, currency, state, account_id, valid_until, first_day, last_day,
                       ended_at
                  from gifts.card
                 where circle_id = :circle and order_id = :order
                 order by number
                """)
                .with("circle", circle)
                .with("order", order)
                .and(locked, "for no key update")
                .all((row, n) -> card(circle, row));
    }

    /** On the account's side too, that somebody used a card or waits with it; twice is as once. */
    void noteForHolder(AccountId account, Card card) {
        db.sql("""
                insert into gifts.account_card (account_id, card_id, circle_id)
                values (:account, :card, :circle)
                on conflict (account_id, card_id) do nothing
                """)
                .with("account", account)
                .with("card", card.id())
                .with("circle", card.circle())
                .run();
    }

    /** The card that somebody waits with for the staff's yes. */
    Optional<Card> waiting(CircleId circle, AccountId account) {
        return db.sql("""
                select card_id, order_id, number, worth, returned, currency, state, account_id, valid_until, first_day, last_day,
                       ended_at
                  from gifts.card
                 where circle_id = :circle and account_id = :account and state = 'waiting'
                   -- So that it is not given back while staff decide.
                   for no key update
                """).with("circle", circle).with("account", account).maybe((row, n) -> card(circle, row));
    }
}
