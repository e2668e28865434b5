package app.teahouse.byhand;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.WayId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.ways.SmallPicture;
import app.teahouse.ways.WayPictures;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads, for the payer alone, where the money goes and what they said of it. */
@Component
class PayByHandSheet {
    private final Db db;
    private final Ways ways;
    private final WayPictures pictures;

    PayByHandSheet(Db db, Ways ways, WayPictures pictures) {
        this.db = db;
        this.ways = ways;
        this.pictures = pictures;
    }

    /**
     * @param open whether it can still be paid
     * @param said {@code waiting}, {@code missing}, {@code arrived}, or nothing where nobody said anything yet
     * @param words what whoever looked said
     */
    record Try(
            CircleId circle,
            CheckoutId checkout,
            WayId way,
            String number,
            String title,
            Money amount,
            boolean open,
            @Nullable String said,
            String words) {}

    /**
     * An attempt of the payer's own; its circle stands in the payer's list.
     *
     * @throws Refusal {@code checkout.unknown}
     */
    Try find(Person payer, UUID attempt) {
        var circles = db.sql(
                        "select distinct circle_id from payments.account_checkout where account_id = :account limit 1000")
                .with("account", payer.account())
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
        return db.sql("""
                select a.circle_id, a.checkout_id, a.way_id, c.number, c.title, c.amount, c.currency,
                       c.state = 'open' and a.state = 'open', k.state, coalesce(k.words, '')
                  from payments.attempt a
                  join payments.checkout c on c.circle_id = a.circle_id and c.checkout_id = a.checkout_id
                  left join byhand.claim k on k.circle_id = a.circle_id and k.attempt_id = a.attempt_id
                 where a.circle_id = any(:circles) and a.attempt_id = :attempt and a.kind = 'byhand' and c.payer_id = :payer
                """)
                .withIds("circles", circles)
                .with("attempt", attempt)
                .with("payer", payer.account())
                .maybe((row, n) -> new Try(
                        new CircleId(Db.uuid(row, 1)),
                        new CheckoutId(Db.uuid(row, 2)),
                        new WayId(Db.uuid(row, 3)),
                        row.getString(4),
                        row.getString(5),
                        Money.of(row.getLong(6), Objects.requireNonNull(row.getString(7))),
                        row.getBoolean(8),
                        row.getString(9),
                        row.getString(10)))
                .orElseThrow(() -> Refusal.notFound("checkout.unknown"));
    }

    PayByHandView view(UUID attempt, Try tried) {
        var way = ways.find(tried.way()).orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        return new PayByHandView(
                attempt,
                "/pay/" + Ids.text(tried.checkout()),
                tried.number(),
                tried.title(),
                tried.amount(),
                way.name(),
                Objects.requireNonNullElse(ways.setup(way).settings().get("instructions"), ""),
                pictures.find(way.home(), way.id()).isPresent(),
                tried.said(),
                tried.words());
    }

    /** The code to scan: for whoever pays by it. */
    Optional<SmallPicture> code(Person payer, UUID attempt) {
        var tried = find(payer, attempt);
        return ways.find(tried.way()).map(Way::home).flatMap(home -> pictures.find(home, tried.way()));
    }
}
