package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import java.time.Duration;
import java.time.Instant;

/** A comment as those who change it see it. What may happen next depends on its state, so each state is a type of its own. */
public sealed interface Comment {
    Duration TIME_TO_UNDO = Duration.ofDays(30);

    Facts facts();

    /** What every comment has, whatever its state. {@code number} is its post's. */
    record Facts(
            CircleId circle,
            CommentId id,
            PostId post,
            long number,
            AccountId author,
            Role authorRole,
            String body,
            int edits) {

        boolean isBy(Member member) {
            return author.equals(member.account());
        }

        /** Only the author changes words. */
        void mustBeBy(Member member) {
            if (!isBy(member)) {
                throw Refusal.notAllowed("comment.not-yours");
            }
        }

        void mustBeBelow(Member staff) {
            if (!isBy(staff) && !staff.role().isAbove(authorRole)) {
                throw Refusal.notAllowed("comment.above-you");
            }
        }
    }

    record Live(Facts facts) implements Comment {}

    /** Rules hold it until staff decide; they and the author see it. */
    record Held(Facts facts) implements Comment {}

    /** The staff hid it; they and the author still see it. */
    record Hidden(Facts facts, boolean wasHeld) implements Comment {}

    /** Gone, but whoever deleted it may think again for thirty days. */
    record Deleted(Facts facts, Instant at, AccountId by, boolean wasHidden, boolean wasHeld, boolean erased)
            implements Comment {

        void mustBeRestorableBy(Member member, Instant now) {
            if (!by.equals(member.account())) {
                throw Refusal.notFound("comment.unknown");
            }
            if (erased || now.isAfter(at.plus(TIME_TO_UNDO))) {
                throw Refusal.conflict("comment.too-late-to-restore");
            }
        }
    }

    /** The comment, if everybody in the circle can see it. */
    default Live live() {
        if (this instanceof Live live) {
            return live;
        }
        throw Refusal.notFound("comment.unknown");
    }

    /** @throws Refusal if this member may not delete it */
    default void mustBeDeletableBy(Member member) {
        if (this instanceof Deleted) {
            throw Refusal.notFound("comment.unknown");
        }
        if (!facts().isBy(member)) {
            if (!member.isStaff()) {
                throw Refusal.notAllowed("comment.not-yours");
            }
            facts().mustBeBelow(member);
        }
    }

    /** @throws Refusal if it cannot be hidden by this staff member */
    default Comment hideable(Staff staff) {
        var shown = this instanceof Held ? this : live();
        shown.facts().mustBeBelow(staff.member());
        return shown;
    }
}
