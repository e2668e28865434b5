package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A post as those who change it see it. What may happen next depends on its state, so each state is a type of its own. */
public sealed interface Post {
    Duration TIME_TO_UNDO = Duration.ofDays(30);

    Facts facts();

    enum Kind {
        POST,
        /** Asks for homework. */
        TASK,
        /** Was handed in. */
        HOMEWORK
    }

    /** What every post has, whatever its state. */
    record Facts(
            CircleId circle,
            PostId id,
            @Nullable Long number,
            @Nullable AccountId author,
            @Nullable Role authorRole,
            String title,
            String excerpt,
            int edits,
            Kind kind) {

        public boolean isBy(Member member) {
            return member.account().equals(author);
        }

        /** Only the author changes words. */
        void mustBeBy(Member member) {
            if (!isBy(member)) {
                throw Refusal.notAllowed("post.not-yours");
            }
        }

        /** Staff act on posts of those below them, and on by-lines. */
        public void mustBeBelow(Member staff) {
            if (authorRole != null && !isBy(staff) && !staff.role().isAbove(authorRole)) {
                throw Refusal.notAllowed("post.above-you");
            }
        }

        public boolean isApart() {
            return kind == Kind.HOMEWORK;
        }

        public String url(String slug) {
            return "/c/" + slug + "/p/" + (number == null ? app.teahouse.kernel.Ids.text(id) : number.toString());
        }
    }

    /** Waits for its moment. Nobody but the author sees it, and it has no number yet. */
    record Scheduled(Facts facts, Instant publishAt) implements Post {}

    /** Rules hold it until staff decide; they and the author see it. It has a number only if it was read before. */
    record Held(Facts facts, @Nullable Instant publishAt) implements Post {}

    /** Everybody who may read the circle sees it. */
    record Live(Facts facts) implements Post {}

    /** Homework that was handed in: a few may read it, and no list of the circle's posts has it. */
    record Apart(Facts facts) implements Post {}

    /** The staff hid it, with a reason; they and the author still see it. */
    record Hidden(Facts facts, String why) implements Post {}

    /** Gone, but whoever deleted it may think again for thirty days. */
    record Deleted(Facts facts, Instant at, AccountId by, boolean wasHidden, boolean wasHeld, boolean erased)
            implements Post {

        void mustBeRestorableBy(Member member, Instant now) {
            if (!by.equals(member.account())) {
                throw Refusal.notFound("post.unknown");
            }
            if (erased || now.isAfter(at.plus(TIME_TO_UNDO))) {
                throw Refusal.conflict("post.too-late-to-restore");
            }
        }
    }

    /** The post, if it can be seen by those who may read the circle. */
    default Live live() {
        if (this instanceof Live live) {
            return live;
        }
        throw Refusal.notFound("post.unknown");
    }

    /** @throws Refusal if this member may not delete it */
    default void mustBeDeletableBy(Member member) {
        if (this instanceof Deleted || (this instanceof Scheduled && !facts().isBy(member))) {
            throw Refusal.notFound("post.unknown");
        }
        if (!facts().isBy(member)) {
            if (!member.isStaff()) {
                throw Refusal.notAllowed("post.not-yours");
            }
            facts().mustBeBelow(member);
        }
    }

    /** @throws Refusal if it cannot be hidden by this staff member */
    default Post hideable(Staff staff) {
        var shown = this instanceof Apart || this instanceof Held ? this : live();
        shown.facts().mustBeBelow(staff.member());
        return shown;
    }
}
