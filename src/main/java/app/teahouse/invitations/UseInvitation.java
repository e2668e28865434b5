package app.teahouse.invitations;

import app.teahouse.applications.Apply;
import app.teahouse.applications.JoinOutcome;
import app.teahouse.applications.JoinOutcome.AwaitingApproval;
import app.teahouse.applications.JoinOutcome.Joined;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Came;
import app.teahouse.members.Enrol;
import app.teahouse.questions.Replies;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody holds an invitation and comes in at once. */
@Component
class UseInvitation {
    private final Db db;
    private final Invited invited;
    private final Circles circles;
    private final Enrol enrol;
    private final Apply apply;

    UseInvitation(Db db, Invited invited, Circles circles, Enrol enrol, Apply apply) {
        this.db = db;
        this.invited = invited;
        this.circles = circles;
        this.enrol = enrol;
        this.apply = apply;
    }

    /** The alias of who made it, while they are a member. */
    Optional<String> maker(String code) {
        return invited.claimed(code)
                .flatMap(claim -> db.sql("""
                select m.alias
                  from invitations.invitation i
                  join members.membership m on m.circle_id = i.circle_id and m.account_id = i.made_by
                 where i.circle_id = :circle and i.invitation_id = :id and m.state = 'active'
                """)
                        .with("circle", claim.circle())
                        .with("id", claim.id())
                        .maybe(String.class));
    }

    /**
     * Comes in. A use is taken only by somebody who was no member before.
     *
     * @throws Refusal not found, as {@link Invited#look}
     */
    @Transactional
    JoinOutcome join(Person person, String code) {
        var held = invited.held(code);
        invited.lock(held.circle(), held.id());
        var circle = circles.fresh(held.circle()).orElseThrow(Invited::unknown);
        if (enrol.before(circle.id(), person.account()) == Enrol.Before.REMOVED) {
            apply.apply(circle, person, held.role(), Replies.NONE, true);
            return new AwaitingApproval();
        }
        if (enrol.enrol(circle.id(), person.account(), held.role(), circle.rulesVersion(), Came.INVITATION)) {
            if (!invited.take(circle.id(), held.id())) {
                throw Invited.unknown();
            }
            apply.settle(circle.id(), person.account());
        }
        return new Joined();
    }
}
