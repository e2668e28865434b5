package app.teahouse.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only place that decides who may do what. Room {@code members} implements it; doors get their proofs from it through
 * {@code web}, operations take the proofs, and nobody else makes one (RoomsTest).
 *
 * <p>What a person may not see is not found: {@code circle.unknown} for a hidden circle and for one that does not exist.
 */
public interface Gate {

    /** Anybody; {@code signIn} is what the request's session or token said, or null. */
    Visitor visitor(@Nullable SignIn signIn);

    /** @throws Refusal {@code sign-in.needed} */
    Person person(Visitor visitor);

    /**
     * Somebody who may see the about page.
     *
     * @throws Refusal {@code circle.unknown}
     */
    Onlooker onlooker(Visitor visitor, String slug);

    /**
     * Somebody who holds a valid invitation: it shows even a hidden circle's about page. Only room {@code invitations} calls it,
     * after it has looked at the invitation (RoomsTest).
     *
     * @throws Refusal {@code circle.unknown}
     */
    Onlooker invited(Visitor visitor, CircleId circle);

    /** A member sees the about page too. */
    Onlooker onlooker(Member member);

    /** @throws Refusal {@code circle.unknown}, or {@code circle.members-only} where the circle may be seen from outside */
    Member member(Visitor visitor, String slug);

    /** As {@link #member}, and {@code circle.staff-only} for members who are not staff. */
    Staff staff(Visitor visitor, String slug);

    /** As {@link #member}, and {@code circle.partner-only} for everyone but the owner and partners. */
    Partner partner(Visitor visitor, String slug);

    /** As {@link #member}, and {@code circle.owner-only} for everyone else. Reads the role anew. */
    Owner owner(Visitor visitor, String slug);

    /** @throws Refusal such as {@code speaking.muted}, {@code speaking.unverified}, {@code circle.frozen} or {@code circle.archived} */
    Speaker speaker(Member member, Surface surface);

    /** @throws Refusal not found, for everybody who does not run the site */
    Operator operator(Visitor visitor);

    /** A member for work that was asked for earlier and is done now; empty if the membership has ended since. */
    Optional<Member> memberNow(CircleId circle, SignIn signIn);
}
