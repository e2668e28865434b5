package app.teahouse.treasury;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Remembers when a circle went, since its books are kept for some years from then on. */
@Component
@Order(-3)
class TreasuryHousehold implements Household, Luggage {
    private static final String WHY = "money stays with the site that took it";

    private final Db db;
    private final List<KeptBooks> books;
    private final Clock clock;

    TreasuryHousehold(Db db, List<KeptBooks> books, Clock clock) {
        this.db = db;
        this.books = books;
        this.clock = clock;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        if (books.stream().noneMatch(room -> room.keeps(circle)) && !hasMoved(circle)) {
            return false;
        }
        db.sql("""
                insert into treasury.ended (circle_id, ended_at)
                values (:circle, :now)
                on conflict (circle_id) do nothing
                """).with("circle", circle).with("now", clock.instant()).run();
        return false;
    }

    private boolean hasMoved(CircleId circle) {
        return db.sql("select 1 from ledger.transfer where circle_id = :circle limit 1")
                .with("circle", circle)
                .exists();
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("treasury.settlement", WHY), Crate.stays("treasury.ended", WHY));
    }
}
