package app.teahouse.practice;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Ask;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Payments of the gateway that plays, as they are stored. */
@Component
class Played {
    private final Db db;

    Played(Db db) {
        this.db = db;
    }

    void begin(String name, WayId way, Ask ask) {
        db.sql("""
                insert into practice.payment
                       (name, outside_id, way_id, title, amount, currency, return_to, save, state, expires_at)
                values (:name, :outside, :way, :title, :amount, :currency, :back, :save, 'waiting', :expires)
                on conflict (name) do nothing
                """)
                .with("name", name)
                .with("outside", ask.checkout())
                .with("way", way)
                .with("title", ask.title())
                .with("amount", ask.amount().minor())
                .with("currency", ask.amount().code())
                .with("back", ask.returnTo())
                .with("save", ask.save())
                .with("expires", ask.expiresAt())
                .run();
    }

    Optional<PracticeView> find(String name) {
        return db.sql("""
                select name, outside_id, way_id, title, amount, currency, return_to, save, state, paid_amount, paid_at, card, expires_at
                  from practice.payment
                 where name = :name
                """).with("name", name).maybe((row, n) -> view(row));
    }

    /** Those that were paid late and whose time has come. */
    List<PracticeView> due(Instant now) {
        return db.sql("""
                select name, outside_id, way_id, title, amount, currency, return_to, save, state, paid_amount, paid_at, card, expires_at
                  from practice.payment
                 where state = 'late' and due_at <= :now
                 order by due_at, name
                 limit 20
                """).with("now", now).all((row, n) -> view(row));
    }

    private static PracticeView view(ResultSet row) throws SQLException {
        var currency = Objects.requireNonNull(row.getString(6));
        var paidAt = Db.maybeInstant(row, 11);
        return new PracticeView(
                row.getString(1),
                new CheckoutId(Db.uuid(row, 2)),
                new WayId(Db.uuid(row, 3)),
                row.getString(4),
                Money.of(row.getLong(5), currency),
                row.getString(7),
                row.getBoolean(8),
                row.getString(9),
                paidAt == null ? null : Money.of(row.getLong(10), currency),
                paidAt,
                row.getString(12),
                Db.instant(row, 13));
    }

    /** @return whether it was still to be paid */
    boolean pay(String name, Money amount, @Nullable String card, Instant now) {
        return db.sql("""
                update practice.payment
                   set state = 'paid', paid_amount = :amount, paid_at = :now, card = coalesce(:card, card), due_at = null
                 where name = :name and state in ('waiting', 'late', 'declined')
                """)
                        .with("name", name)
                        .with("amount", amount.minor())
                        .with("card", card)
                        .with("now", now)
                        .run()
                == 1;
    }

    void late(String name, Instant due) {
        db.sql(
                        "update practice.payment set state = 'late', due_at = :due where name = :name and state in ('waiting', 'declined')")
                .with("name", name)
                .with("due", due)
                .run();
    }

    void become(String name, String state) {
        db.sql("update practice.payment set state = :state where name = :name and state in ('waiting', 'declined')")
                .with("name", name)
                .with("state", state)
                .run();
    }

    /** @return whether it was given back now; false if it was before */
    boolean refund(String name, Money amount, Instant now) {
        return db.sql("""
                insert into practice.refund (name, amount, made_at)
                values (:name, :amount, :now)
                on conflict (name) do nothing
                """)
                        .with("name", name)
                        .with("amount", amount.minor())
                        .with("now", now)
                        .run()
                == 1;
    }
}
