package app.teahouse.till;

import app.teahouse.circles.Circles;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.till.PayView.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a checkout for the one who pays it; for everybody else there is none. */
@Component
class PaySheet {
    private final Db db;
    private final Circles circles;

    PaySheet(Db db, Circles circles) {
        this.db = db;
        this.circles = circles;
    }

    /** @throws Refusal {@code checkout.unknown} */
    CircleId circle(Person payer, CheckoutId id) {
        return db.sql(
                        "select circle_id from payments.account_checkout where account_id = :account and checkout_id = :id")
                .with("account", payer.account())
                .with("id", id)
                .maybe((row, n) -> new CircleId(Db.uuid(row, 1)))
                .orElseThrow(() -> Refusal.notFound("checkout.unknown"));
    }

    private record Row(
            String number,
            String title,
            Money amount,
            String state,
            Instant until,
            Instant madeAt,
            @Nullable Money came,
            @Nullable Instant paidAt,
            Money returned,
            String returnPath,
            boolean maySave,
            String words) {}

    PayView read(Person payer, CheckoutId id) {
        var circle = circle(payer, id);
        var row = db.sql("""
                select number, title, amount, currency, state, expires_at, made_at, paid_amount, paid_currency, paid_at, returned,
                       return_path, may_save, words
                  from payments.checkout
                 where circle_id = :circle and checkout_id = :id
                """).with("circle", circle).with("id", id).one((r, n) -> {
            var currency = Objects.requireNonNull(r.getString(4));
            var paidCurrency = r.getString(9);
            return new Row(
                    r.getString(1),
                    r.getString(2),
                    Money.of(r.getLong(3), currency),
                    r.getString(5),
                    Db.instant(r, 6),
                    Db.instant(r, 7),
                    paidCurrency == null ? null : Money.of(r.getLong(8), paidCurrency),
                    Db.maybeInstant(r, 10),
                    Money.of(r.getLong(11), paidCurrency == null ? currency : paidCurrency),
                    r.getString(12),
                    r.getBoolean(13),
                    r.getString(14));
        });
        // What came when nothing was sold any more is on its way back.
        var late = row.came() == null && !row.state().equals("open") ? late(circle, id) : null;
        var face = circles.byId(circle);
        return new PayView(
                circle,
                id,
                "/pay/" + Ids.text(id),
                row.number(),
                face.map(one -> one.name()).orElse(""),
                face.map(one -> one.language()).orElse(Locale.ENGLISH),
                face.map(one -> "/c/" + one.slug()).orElse(null),
                row.title(),
                row.amount(),
                late == null ? row.state() : "returned",
                row.until(),
                row.madeAt(),
                late == null ? row.came() : late,
                row.paidAt(),
                row.returned(),
                row.words(),
                row.returnPath(),
                row.maySave(),
                row.state().equals("open") ? waiting(circle, id) : List.of());
    }

    private @Nullable Money late(CircleId circle, CheckoutId id) {
        return db.sql("""
                select paid_amount, paid_currency
                  from payments.attempt
                 where circle_id = :circle and checkout_id = :id and state = 'paid'
                 order by attempt_id
                 limit 1
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> Money.of(row.getLong(1), Objects.requireNonNull(row.getString(2))))
                .orElse(null);
    }

    private List<Waiting> waiting(CircleId circle, CheckoutId id) {
        record Tried(
                UUID attempt,
                UUID way,
                String kind,
                String manner,
                @Nullable String go,
                @Nullable String qr,
                String script) {}
        var tried = db.sql("""
                select attempt_id, way_id, kind, manner, go, qr, coalesce(script, '{}')
                  from payments.attempt
                 where circle_id = :circle and checkout_id = :id and state = 'open' and reference is not null
                 order by attempt_id desc
                 limit 10
                """)
                .with("circle", circle)
                .with("id", id)
                .all((row, n) -> new Tried(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
        if (tried.isEmpty()) {
            return List.of();
        }
        record Named(UUID way, String name) {}
        var names = db.sql("""
                select way_id, name
                  from ways.way
                 where circle_id = any(:homes) and way_id = any(:ways)
                 limit 20
                """)
                .withIds("homes", List.of(circle, Ways.SITE))
                .withUuids("ways", tried.stream().map(Tried::way).distinct().toList())
                .all((row, n) -> new Named(Db.uuid(row, 1), row.getString(2)));
        return tried.stream()
                .map(one -> new Waiting(
                        one.attempt(),
                        names.stream()
                                .filter(name -> name.way().equals(one.way()))
                                .map(Named::name)
                                .findFirst()
                                .orElse(one.kind()),
                        one.kind(),
                        one.manner(),
                        one.go(),
                        one.qr(),
                        one.script()))
                .toList();
    }
}
