package app.teahouse.welcome;

import app.teahouse.members.MemberCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A newcomer as staff and volunteers see them.
 *
 * @param done what they did of all tasks; whether they began to read is left out where they show nobody what they read
 * @param introducedIn the number of the post where they introduced themselves, or null
 * @param answeredAt when somebody else answered that, or null
 */
public record NewcomerView(
        MemberCard card,
        Instant joinedAt,
        List<FirstStep> done,
        @Nullable Instant introducedAt,
        @Nullable Long introducedIn,
        @Nullable Instant answeredAt) {

    public boolean did(FirstStep task) {
        return done.contains(task);
    }

    /** Where somebody answers them, behind the circle's address. */
    public String place() {
        return introducedIn == null ? card.path() : "/p/" + introducedIn;
    }
}
