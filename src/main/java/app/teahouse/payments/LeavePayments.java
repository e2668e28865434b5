package app.teahouse.payments;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is left of payments when somebody goes: the id of who paid stays with what was booked, cards and the list of their own do not.
 * Of a circle nothing leaves with it.
 */
@Component
@Order(-2)
class LeavePayments implements Leaving, OwnData, Luggage {
    private static final int STEP = 500;
    private static final String WHY = "money stays with the site that took it";

    private final Db db;
    private final SavedMeans savedMeans;

    LeavePayments(Db db, SavedMeans savedMeans) {
        this.db = db;
        this.savedMeans = savedMeans;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        savedMeans.forget(account);
        var page = keys(account, new UUID(0, 0));
        for (var circle : page.stream().map(Key::circle).distinct().toList()) {
            var ids = page.stream()
                    .filter(key -> key.circle().equals(circle))
                    .map(Key::checkout)
                    .toList();
            strip(new CircleId(circle), ids);
        }
        db.sql("delete from payments.account_checkout where account_id = :account and checkout_id = any(:ids)")
                .with("account", account)
                .withUuids("ids", page.stream().map(Key::checkout).toList())
                .run();
        return page.size() == STEP;
    }

    /** What people wrote about their payments may name them. */
    private void strip(CircleId circle, List<UUID> checkouts) {
        db.sql("update payments.checkout set words = '' where circle_id = :circle and checkout_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", checkouts)
                .run();
        db.sql("update payments.refund set reason = '' where circle_id = :circle and checkout_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", checkouts)
                .run();
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("payments.counter", WHY),
                Crate.stays("payments.checkout", WHY),
                Crate.stays("payments.attempt", WHY),
                Crate.stays("payments.refund", WHY),
                Crate.stays("payments.dispute", WHY));
    }

    private record Mine(
            UUID id,
            UUID circle,
            String number,
            String title,
            long amount,
            String currency,
            String state,
            Instant madeAt,
            @Nullable Instant paidAt,
            long returned) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("payments.jsonl")) {
            var page = page(account, new UUID(0, 0));
            while (!page.isEmpty()) {
                for (var mine : page) {
                    archive.line(file, mine);
                }
                page = page(account, page.getLast().id());
            }
        }
    }

    private record Key(UUID checkout, UUID circle) {}

    private List<Key> keys(AccountId account, UUID after) {
        return db.sql("""
                select checkout_id, circle_id
                  from payments.account_checkout
                 where account_id = :account and checkout_id > :after
                 order by checkout_id
                 limit :most
                """)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Key(Db.uuid(row, 1), Db.uuid(row, 2)));
    }

    private List<Mine> page(AccountId account, UUID after) {
        var keys = keys(account, after);
        return db.sql("""
                select c.checkout_id, c.circle_id, c.number, c.title, c.amount, c.currency, c.state, c.made_at, c.paid_at, c.returned
                  from unnest(:circles, :checkouts) as k (circle_id, checkout_id)
                  join payments.checkout c on c.circle_id = k.circle_id and c.checkout_id = k.checkout_id
                 order by c.checkout_id
                """)
                .withUuids("circles", keys.stream().map(Key::circle).toList())
                .withUuids("checkouts", keys.stream().map(Key::checkout).toList())
                .all((row, n) -> new Mine(
                        Db.uuid(row, 1),
                        Db.uuid(row, 2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        Db.instant(row, 8),
                        Db.maybeInstant(row, 9),
                        row.getLong(10)));
    }
}
