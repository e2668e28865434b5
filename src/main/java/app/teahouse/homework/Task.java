package app.teahouse.homework;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A post that asks for homework.
 *
 * @param author who wrote the post, or null for a by-line
 * @param live whether the post can be seen just now
 * @param given whether the asker was given this task to grade
 */
public record Task(
        PostId id, long number, String name, @Nullable AccountId author, boolean live, boolean given, Terms terms) {

    public boolean isReviewedBy(Member member) {
        return mayReview(member, given || isBy(member));
    }

    /** The staff grade every task, a guest expert what is theirs: tasks they wrote, or were given. */
    static boolean mayReview(Member member, boolean theirs) {
        return member.isStaff() || (member.role() == Role.GUEST_EXPERT && theirs);
    }

    /** The staff settle every task, a guest expert those they wrote. */
    public boolean isSettledBy(Member member) {
        return mayAsk(member) && (member.isStaff() || isBy(member));
    }

    static boolean mayAsk(Member member) {
        return member.isStaff() || member.role() == Role.GUEST_EXPERT;
    }

    boolean isBy(Member member) {
        return member.account().equals(author);
    }

    public Deadline deadline(ZoneId zone) {
        return terms.deadline(zone);
    }

    public boolean isClosed(ZoneId zone, Instant now) {
        return !live || deadline(zone).isClosed(now);
    }

    public String url(String slug) {
        return "/c/" + slug + "/p/" + number;
    }
}
