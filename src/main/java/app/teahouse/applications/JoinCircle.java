package app.teahouse.applications;

import app.teahouse.access.JoinPassword;
import app.teahouse.applications.JoinOutcome.AwaitingApproval;
import app.teahouse.applications.JoinOutcome.Joined;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.Bars;
import app.teahouse.members.Came;
import app.teahouse.members.Enrol;
import app.teahouse.questions.Answers;
import app.teahouse.questions.Said;
import app.teahouse.security.Limits;
import app.teahouse.suspicions.Suspicions;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody wants to join. What comes of it depends on the circle's join mode: at once where it is open or the password is right,
 * else staff decide. Whom staff removed comes back only with their yes.
 */
@Component
public class JoinCircle {
    private final Circles circles;
    private final JoinPassword passwords;
    private final Limits limits;
    private final Enrol enrol;
    private final Bars bars;
    private final Apply apply;
    private final Answers answers;
    private final Suspicions suspicions;
    private final TransactionTemplate transaction;

    JoinCircle(
            Circles circles,
            JoinPassword passwords,
            Limits limits,
            Enrol enrol,
            Bars bars,
            Apply apply,
            Answers answers,
            Suspicions suspicions,
            TransactionTemplate transaction) {
        this.circles = circles;
        this.passwords = passwords;
        this.limits = limits;
        this.enrol = enrol;
        this.bars = bars;
        this.apply = apply;
        this.answers = answers;
        this.suspicions = suspicions;
        this.transaction = transaction;
    }

    /** @param onlooker proves that the circle may be seen; it must be signed in */
    public JoinOutcome join(Onlooker onlooker, JoinText text) {
        var person = onlooker.visitor().person().orElseThrow(Refusal::signInNeeded);
        var circle = circles.fresh(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (onlooker.member().isPresent()) {
            return new Joined();
        }
        bars.refuse(circle.id(), person.account());
        if (circle.joinMode() == JoinMode.INVITATION) {
            throw Refusal.notAllowed("join.invitation-needed");
        }
        if (circle.joinMode() == JoinMode.PASSWORD) {
            checkPassword(circle, person.account().value().toString(), text);
        }
        return transaction.execute(_ -> joinNow(circle, person, text));
    }

    private JoinOutcome joinNow(Circle circle, Person person, JoinText text) {
        var removed = enrol.before(circle.id(), person.account()) == Enrol.Before.REMOVED;
        // Whose sign-up looked like a machine's waits for people, where everybody else walks in.
        var suspect = circle.joinMode() == JoinMode.OPEN && suspicions.waits(person.account());
        if (circle.joinMode() == JoinMode.APPLICATION || removed || suspect) {
            apply.apply(circle, person, Role.MEMBER, text.replies(), removed);
            return new AwaitingApproval();
        }
        if (enrol.before(circle.id(), person.account()) != Enrol.Before.ACTIVE) {
            enter(circle, person, text);
        }
        apply.settle(circle.id(), person.account());
        return new Joined();
    }

    /** Where entry is bought, they are asked inside: nothing stands between money and access. */
    private void enter(Circle circle, Person person, JoinText text) {
        var said = circle.price() == Circle.Price.PAID ? Said.NOTHING : apply.said(circle, text.replies());
        var came = circle.joinMode() == JoinMode.PASSWORD ? Came.PASSWORD : Came.OPEN;
        if (enrol.enrol(circle.id(), person.account(), Role.MEMBER, circle.rulesVersion(), came)) {
            answers.bring(circle.id(), person.account(), said);
        }
    }

    /**
     * Looks at what somebody without an account brings, before they open one: else they would have an account and no circle.
     *
     * @param network from where they come, to limit guessing
     */
    void check(Onlooker onlooker, JoinText text, String network) {
        var circle = circles.fresh(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        switch (circle.joinMode()) {
            case OPEN, APPLICATION -> apply.said(circle, text.replies());
            case INVITATION -> throw Refusal.notAllowed("join.invitation-needed");
            case PASSWORD -> {
                apply.said(circle, text.replies());
                checkPassword(circle, network, text);
            }
        }
    }

    /** Guessing is slow: five tries in ten minutes for each account, or for each network. */
    private void checkPassword(Circle circle, String who, JoinText text) {
        limits.take("join-password", who + " " + circle.id().value(), 5, Duration.ofMinutes(10));
        if (text.password() == null || !passwords.matches(circle.id(), text.password())) {
            throw Refusal.invalid("joinPassword", "join.wrong-password");
        }
    }
}
