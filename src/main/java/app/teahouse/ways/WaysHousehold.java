package app.teahouse.ways;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.payments.SavedMeans;
import app.teahouse.payments.StripCheckouts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A circle's own ways of paying go with it, with their secrets and the cards that were kept for them. What was booked loses its words. */
@Component
@Order(-3)
class WaysHousehold implements Household, Luggage {
    private static final String WHY = "secrets are not given away, and whoever receives money is asked anew elsewhere";

    private final Db db;
    private final SavedMeans savedMeans;
    private final StripCheckouts stripCheckouts;

    WaysHousehold(Db db, SavedMeans savedMeans, StripCheckouts stripCheckouts) {
        this.db = db;
        this.savedMeans = savedMeans;
        this.stripCheckouts = stripCheckouts;
    }

    /** A circle has few ways. */
    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from ways.picture where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from ways.claim where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from ways.way where circle_id = :circle")
                .with("circle", circle)
                .run();
        var cards = savedMeans.forget(circle, atMost);
        return stripCheckouts.strip(circle, atMost) || cards;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("ways.way", WHY), Crate.stays("ways.picture", WHY));
    }
}
