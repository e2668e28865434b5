package app.teahouse.orders;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.passes.PieceMoved;
import app.teahouse.plans.Calendar.Span;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an order gave begins earlier, because what it followed on was given back: its receipt and what is unused of it say so. */
@Component
class MoveOrderDays implements PieceMoved {
    private final Db db;

    MoveOrderDays(Db db) {
        this.db = db;
    }

    @Override
    public void moved(CircleId circle, UUID piece, Span span) {
        db.sql("""
                update orders.entry
                   set first_day = :first, last_day = :last
                 where circle_id = :circle and order_id = :piece and state = 'done'
                """)
                .with("circle", circle)
                .with("piece", piece)
                .with("first", span.first())
                .with("last", span.last())
                .run();
    }
}
