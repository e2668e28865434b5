package app.teahouse.invitations;

import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invitations for tests. */
@Component
public class SomeInvitations {
    private final MakeInvitation makeInvitation;
    private final RevokeInvitation revokeInvitation;
    private final InvitationList list;
    private final Invited invited;
    private final Codes codes;
    private final SomeCircles circles;

    SomeInvitations(
            MakeInvitation makeInvitation,
            RevokeInvitation revokeInvitation,
            InvitationList list,
            Invited invited,
            Codes codes,
            SomeCircles circles) {
        this.makeInvitation = makeInvitation;
        this.revokeInvitation = revokeInvitation;
        this.list = list;
        this.invited = invited;
        this.codes = codes;
        this.circles = circles;
    }

    public String code(Owner owner, Role role, @Nullable Integer usesMost) {
        return codes.of(makeInvitation.make(
                circles.speaker(owner.member(), Surface.INVITE), new InvitationText("Flyer", role, usesMost, null)));
    }

    public void revoke(Owner owner, String code) {
        revokeInvitation.revoke(owner.member(), id(code));
    }

    private InvitationId id(String code) {
        return invited.look(new Visitor(null), code).held().id();
    }

    /** How often it was used, while it still holds. */
    public long uses(Owner owner, String code) {
        return list.one(owner.member(), id(code)).uses();
    }
}
