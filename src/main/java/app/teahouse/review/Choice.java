package app.teahouse.review;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.removals.Removal.Back;
import app.teahouse.removals.Removal.Words;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the staff decides.
 *
 * @param turn which turn of the item they saw
 * @param muteDays for {@link Measure#MUTE} only; 0 until staff look at it again
 * @param back for {@link Measure#REMOVE} only: whether they may come back; {@code DAY} is thirty days from now
 * @param words for {@link Measure#REMOVE} only: what becomes of all they wrote
 * @param reason its writer and the circle's log read it; only who keeps a thing and does nothing else needs none
 */
public record Choice(
        int turn, Fate fate, Measure measure, @Nullable Integer muteDays, Back back, Words words, String reason) {

    public Choice(int turn, Fate fate, Measure measure, @Nullable Integer muteDays, String reason) {
        this(turn, fate, measure, muteDays, Back.ASK, Words.KEEP, reason);
    }

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
