package app.teahouse.welcome;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner set before newcomers.
 *
 * @param lostPlace whether the post that was set for introductions is gone
 * @param introduceAt the number of the post below which one introduces oneself; null for a post of one's own
 * @param message in Markdown, with {@code {name}} and {@code {circle}} in it; empty for none
 * @param patience after so many hours an introduction without an answer waits
 */
public record Setting(
        List<FirstStep> tasks,
        @Nullable Long introduceAt,
        String message,
        String html,
        int patience,
        boolean lostPlace) {
    static final Setting FIRST = new Setting(List.of(FirstStep.values()), null, "", "", 24, false);
}
