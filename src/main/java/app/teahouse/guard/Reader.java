package app.teahouse.guard;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.ReadingRules;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who reads, in one circle, as far as the guard must know them.
 *
 * @param account null for somebody who is no member
 * @param role null for somebody who is no member
 * @param joinedAt when they became one, or came back
 * @param tier how much the plan they have opens; 0 for none
 * @param isOperator an operator who opened the circle for a reason: they see what there is to see
 */
public record Reader(
        Face circle,
        @Nullable AccountId account,
        @Nullable Role role,
        @Nullable Instant joinedAt,
        int tier,
        boolean isOperator) {

    public static Reader of(Onlooker onlooker) {
        return onlooker.member()
                .map(Reader::of)
                .orElseGet(() -> onlooker.openUntil().isPresent()
                        ? new Reader(onlooker.face(), null, null, null, 0, true)
                        : stranger(onlooker.face()));
    }

    /** Anybody, whoever they are. */
    public static Reader stranger(Face circle) {
        return new Reader(circle, null, null, null, 0, false);
    }

    public static Reader of(Member member) {
        return of(
                member.face(),
                member.account(),
                member.role(),
                member.standing().joinedAt(),
                member.standing().tier());
    }

    /** A member whose membership was read together with what they want to see. */
    public static Reader of(Face circle, AccountId account, Role role, Instant joinedAt, int tier) {
        return new Reader(circle, account, role, joinedAt, tier, false);
    }

    /** To the staff, and to an operator who opened the circle, nothing is closed. */
    public boolean seesAll() {
        return isOperator || (role != null && role.isStaff());
    }

    /** Whoever runs the circle or was invited to contribute reads all of it, without paying. */
    public boolean reaches(int least) {
        return tier >= least || seesAll() || role == Role.GUEST_EXPERT;
    }

    /** Those whom the staff gave a role are not new; where everybody reads, it would be absurd to let members read less. */
    Optional<ReadingRules.Window> window(Instant now) {
        var newcomers = circle.reading().newcomers();
        return newcomers == null || role != Role.MEMBER || joinedAt == null || circle.publicReading()
                ? Optional.empty()
                : newcomers.window(joinedAt, circle.zone(), now);
    }

    /** What was published before this moment may be closed to them; for statements that leave out beginnings of posts to be safe. */
    public Instant from(Instant now) {
        return window(now).map(ReadingRules.Window::from).orElse(Instant.EPOCH);
    }
}
