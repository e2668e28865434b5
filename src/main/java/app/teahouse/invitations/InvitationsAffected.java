package app.teahouse.invitations;

import app.teahouse.access.Affected;
import app.teahouse.access.Consequence;
import app.teahouse.circles.Access;
import app.teahouse.circles.Circle;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invitations work whatever the visibility and the join mode become. */
@Component
class InvitationsAffected implements Affected {
    private final InvitationList invitations;

    InvitationsAffected(InvitationList invitations) {
        this.invitations = invitations;
    }

    @Override
    public List<Consequence> by(Circle before, Access after) {
        var live = invitations.live(before.id());
        return live == 0 ? List.of() : List.of(new Consequence("invitations.affects", live));
    }
}
