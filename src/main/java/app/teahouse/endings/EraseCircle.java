package app.teahouse.endings;

import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Household;
import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Events;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away what all rooms have of a circle, from the top, a few rows at a time. */
@Component
public class EraseCircle {
    private static final int AT_ONCE = 500;

    private final List<Household> households;
    private final StoredFiles files;
    private final Circles circles;
    private final CircleRow row;
    private final Events events;
    private final TransactionTemplate transaction;

    EraseCircle(
            List<Household> households,
            StoredFiles files,
            Circles circles,
            CircleRow row,
            Events events,
            TransactionTemplate transaction) {
        this.households = households;
        this.files = files;
        this.circles = circles;
        this.row = row;
        this.events = events;
        this.transaction = transaction;
    }

    /** Answers whether there is more to take away. */
    public boolean step(CircleId circle) {
        for (var household : households) {
            if (Boolean.TRUE.equals(transaction.execute(_ -> household.erase(circle, AT_ONCE)))) {
                return true;
            }
        }
        if (files.erase(circle, AT_ONCE)) {
            return true;
        }
        transaction.executeWithoutResult(_ -> {
            events.forget(circle);
            row.erase(circle);
            circles.changed(circle);
        });
        return false;
    }
}
