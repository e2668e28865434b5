package app.teahouse.start;

import app.teahouse.kernel.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is shown.
 *
 * @param title its own, or that of what it leads to; nothing if that is hidden or gone
 * @param ownTitle what its owner typed
 * @param number of the post or column it leads to
 * @param minutes to read the post it leads to, or 0
 * @param gone whether what it leads to cannot be seen just now
 */
public record StepView(
        StepId id,
        StepKind kind,
        String title,
        String ownTitle,
        String note,
        @Nullable Long number,
        @Nullable String url,
        int minutes,
        boolean done,
        boolean gone) {

    public String key() {
        return Ids.text(id);
    }
}
