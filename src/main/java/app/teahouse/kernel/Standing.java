package app.teahouse.kernel;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership as the Gate read it in this request.
 *
 * @param number the member's number in the circle, never given twice
 * @param alias the name shown in this circle
 * @param seenNumber the highest post number this member has moved past ("mark all read")
 * @param lastNumber the number of the circle's newest post
 * @param unread how many posts came after the mark; what was imported does not count
 * @param rulesChanged whether the circle's rules changed since the member accepted them
 * @param tier how much the member's plan opens, 0 where there is none
 * @param blocked whose words the member does not wish to see in this circle
 * @param silences the surfaces where the member may not speak now, each with its reason
 */
public record Standing(
        Role role,
        long number,
        String alias,
        @Nullable String picture,
        Instant joinedAt,
        long seenNumber,
        long lastNumber,
        long unread,
        boolean rulesChanged,
        int tier,
        Set<AccountId> blocked,
        Map<Surface, Silence> silences) {

    /**
     * Why a member may not speak on a surface.
     *
     * @param code the refusal's code, such as {@code speaking.muted}
     * @param until when it ends by itself, or null
     * @param reason what staff gave as a reason, or empty
     * @param ruling what it was said in, if it was said to this member, or null
     */
    public record Silence(
            String code,
            @Nullable Instant until,
            String reason,
            @Nullable UUID ruling) {

        /** Whether staff said it, to this member or to all; else it follows from a role, a plan or time that is over. */
        public boolean isSaid() {
            return code.equals("speaking.muted") || code.equals("speaking.hushed");
        }

        public static Silence of(String code) {
            return new Silence(code, null, "", null);
        }
    }

    public @Nullable Silence silence(Surface surface) {
        return silences.get(surface);
    }

    public boolean maySpeak(Surface surface) {
        return !silences.containsKey(surface);
    }
}
