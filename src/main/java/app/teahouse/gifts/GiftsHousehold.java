package app.teahouse.gifts;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the cards of a deleted circle, none of which could be used any more; what was paid for them stands in the orders. */
@Component
@Order(-3)
class GiftsHousehold implements Household, Luggage {
    private static final String WHY = "what was paid on this site holds on this site";

    private final Db db;

    GiftsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var claims = db.sql("""
                delete from gifts.claim
                 where claim in (select claim from gifts.claim where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var cards = cards(circle, atMost);
        var parcels = parcels(circle, atMost);
        return claims == atMost || cards == atMost || parcels == atMost;
    }

    private record Of(UUID account, UUID what) {}

    /** Two statements, as with parcels: the accounts' rows lie elsewhere once the site is distributed. */
    private int cards(CircleId circle, int atMost) {
        var gone = db.sql("""
                delete from gifts.card
                 where circle_id = :circle
                   and card_id in (select card_id from gifts.card where circle_id = :circle limit :most)
                returning coalesce(account_id, card_id), card_id
                """)
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new Of(Db.uuid(row, 1), Db.uuid(row, 2)));
        db.sql("""
                delete from gifts.account_card
                 where (account_id, card_id) in (select a, c from unnest(:accounts, :cards) as gone (a, c))
                """)
                .withUuids("accounts", gone.stream().map(Of::account).toList())
                .withUuids("cards", gone.stream().map(Of::what).toList())
                .run();
        return gone.size();
    }

    private int parcels(CircleId circle, int atMost) {
        var gone = db.sql("""
                delete from gifts.parcel
                 where circle_id = :circle
                   and order_id in (select order_id from gifts.parcel where circle_id = :circle limit :most)
                returning coalesce(giver_id, order_id), order_id
                """)
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new Of(Db.uuid(row, 1), Db.uuid(row, 2)));
        db.sql("""
                delete from gifts.account_parcel
                 where (account_id, order_id) in (select a, o from unnest(:accounts, :orders) as gone (a, o))
                """)
                .withUuids("accounts", gone.stream().map(Of::account).toList())
                .withUuids("orders", gone.stream().map(Of::what).toList())
                .run();
        return gone.size();
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("gifts.parcel", WHY), Crate.stays("gifts.card", WHY));
    }
}
