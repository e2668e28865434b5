package app.teahouse.review;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the staff decides.
 *
 * @param turn which turn of the item they saw
 * @param muteDays for {@link Measure#MUTE} only; 0 until staff look at it again
 * @param reason its writer and the circle's log read it; only who keeps a thing and does nothing else needs none
 */
public record Choice(
        int turn, Fate fate, Measure measure, @Nullable Integer muteDays, String reason) {
    static final int LONGEST = 500;

    boolean changesNothing() {
        return fate == Fate.KEEP && measure == Measure.NONE;
    }

    /** @throws Refusal what is wrong with its fields */
    void check() {
        var faults = new Faults().atMost("reason", reason, LONGEST);
        if (!changesNothing()) {
            faults.text("reason", reason, LONGEST);
        }
        faults.require(
                        measure != Measure.MUTE || (muteDays != null && muteDays >= 0 && muteDays <= 365),
                        "muteDays",
                        "review.mute-days",
                        Map.of("most", 365))
                .refuse();
    }
}
