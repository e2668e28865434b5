package app.teahouse.offers;

import app.teahouse.access.JoinPassword;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.invitations.InvitationId;
import app.teahouse.invitations.Invited;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.Bars;
import app.teahouse.members.Came;
import app.teahouse.members.Enrol;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plans;
import app.teahouse.security.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody tries a circle for some days, once. Nothing is paid, no card is asked for, and it ends by itself without grace. */
@Component
public class BeginTrial {
    private final Circles circles;
    private final Plans plans;
    private final Passes passes;
    private final GivePass givePass;
    private final QuoteOrder quoteOrder;
    private final Enrol enrol;
    private final Bars bars;
    private final JoinPassword passwords;
    private final Limits limits;
    private final Invited invited;
    private final TransactionTemplate transaction;

    BeginTrial(
            Circles circles,
            Plans plans,
            Passes passes,
            GivePass givePass,
            QuoteOrder quoteOrder,
            Enrol enrol,
            Bars bars,
            JoinPassword passwords,
            Limits limits,
            Invited invited,
            TransactionTemplate transaction) {
        this.circles = circles;
        this.plans = plans;
        this.passes = passes;
        this.givePass = givePass;
        this.quoteOrder = quoteOrder;
        this.enrol = enrol;
        this.bars = bars;
        this.passwords = passwords;
        this.limits = limits;
        this.invited = invited;
        this.transaction = transaction;
    }

    /** @throws Refusal {@code order.no-trial}, {@code join.invitation-needed}, {@code join.wrong-password}, {@code circle.free},
     *     {@code order.invitation-used} */
    public void begin(Onlooker onlooker, long number, @Nullable String password, @Nullable InvitationId invitation) {
        var person = onlooker.visitor().person().orElseThrow(Refusal::signInNeeded);
        var circle = circles.fresh(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (circle.price() == Circle.Price.FREE) {
            throw Refusal.conflict("circle.free");
        }
        bars.refuse(circle.id(), person.account());
        if (invitation == null) {
            mayComeIn(circle, person, password);
        }
        transaction.executeWithoutResult(_ -> begin(circle, person, number, invitation));
    }

    private void mayComeIn(Circle circle, Person person, @Nullable String password) {
        switch (circle.joinMode()) {
            case INVITATION -> throw Refusal.notAllowed("join.invitation-needed");
            // Staff decide about those who pay; to let everybody in for a week would decide without them.
            case APPLICATION -> throw Refusal.conflict("order.no-trial");
            case PASSWORD -> {
                limits.take(
                        "join-password",
                        person.account().value() + " " + circle.id().value(),
                        5,
                        Duration.ofMinutes(10));
                if (password == null || !passwords.matches(circle.id(), password)) {
                    throw Refusal.invalid("joinPassword", "join.wrong-password");
                }
            }
            case OPEN -> {}
        }
    }

    private void begin(Circle circle, Person person, long number, @Nullable InvitationId invitation) {
        var before = enrol.before(circle.id(), person.account());
        if (before == Enrol.Before.REMOVED) {
            throw Refusal.conflict("order.no-trial");
        }
        if (invitation != null && before == Enrol.Before.NOTHING && !invited.take(circle.id(), invitation)) {
            throw Refusal.conflict("order.invitation-used");
        }
        passes.lock(circle.id(), person.account());
        var plan = plans.byNumber(circle.id(), number);
        var quote = quoteOrder.quote(circle.id(), person.account(), plan);
        if (quote.trialDays() == 0) {
            throw Refusal.conflict("order.no-trial");
        }
        var today = quoteOrder.today(circle.id());
        givePass.give(
                circle.id(),
                person.account(),
                new GivePass.Gift(
                        Ids.next(),
                        plan,
                        Pass.Source.TRIAL,
                        Money.none(plan.price().currency()),
                        GivePass.Manner.FOLLOW_ON,
                        new Span(today, today.plusDays(quote.trialDays()), today.getDayOfMonth())));
        enrol.enrol(circle.id(), person.account(), Role.MEMBER, circle.rulesVersion(), Came.TRIAL);
    }
}
