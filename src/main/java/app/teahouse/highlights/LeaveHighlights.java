package app.teahouse.highlights;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody put aside for a circle stays so, by nobody. */
@Component
@Order(-4)
class LeaveHighlights implements Leaving {
    private final Db db;
    private final CirclesOf circlesOf;

    LeaveHighlights(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf
                .all(account)
                .forEach(circle -> db.sql("""
                        update highlights.dismissed
                           set made_by = null
                         where circle_id = :circle and made_by = :account
                        """)
                        .with("circle", circle)
                        .with("account", account)
                        .run());
        return false;
    }
}
