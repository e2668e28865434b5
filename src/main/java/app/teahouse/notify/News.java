package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, before it is told to anybody.
 *
 * @param about what it is about; a reader is told of it once ({@code comment:<id>}), whatever the kind
 * @param number the number of the post it leads to, or of the column where the kind says so, or null
 * @param comment the comment it leads to, or null
 * @param actor who did it, or null where that is not to be said
 * @param name what the actor is called in the circle
 * @param title what the thing is called
 * @param excerpt the beginning of what was written
 * @param detail what the kind needs to know beside: a role, a reaction, a reason, a count
 */
public record News(
        CircleId circle,
        NoticeKind kind,
        String about,
        @Nullable Long number,
        @Nullable UUID comment,
        @Nullable AccountId actor,
        String name,
        String title,
        String excerpt,
        String detail,
        Instant at) {

    /** A sum as an excerpt holds it, whatever language its readers have: {@code 1990 CNY}, and what is said beside it. */
    public static String sum(Money sum, String words) {
        return sum.minor() + " " + sum.code() + (words.isEmpty() ? "" : " · " + words);
    }

    public News as(NoticeKind other) {
        return new News(circle, other, about, number, comment, actor, name, title, excerpt, detail, at);
    }
}
