package app.teahouse.gifts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.passes.PieceMoved;
import app.teahouse.plans.Calendar.Span;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a card gave begins earlier, because what it followed on was given back: its days, and what is unused of it, say so. */
@Component
class MoveCardDays implements PieceMoved {
    private final Db db;

    MoveCardDays(Db db) {
        this.db = db;
    }

    @Override
    public void moved(CircleId circle, UUID piece, Span span) {
        db.sql("""
                update gifts.card
                   set first_day = :first, last_day = :last
                 where circle_id = :circle and card_id = :piece and state = 'used'
                """)
                .with("circle", circle)
                .with("piece", piece)
                .with("first", span.first())
                .with("last", span.last())
                .run();
    }
}
