package app.teahouse.offers;

import app.teahouse.invitations.InvitationId;
import app.teahouse.invitations.Invited;
import app.teahouse.kernel.Onlooker;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands who wants to buy: at the circle's own address, or at an invitation's.
 *
 * @param base what the addresses of what is sold begin with
 * @param back where the plans stand
 * @param invitation in their hand, and good at this moment; or null
 */
record Entry(
        Onlooker onlooker,
        String base,
        String back,
        @Nullable InvitationId invitation) {

    static Entry of(Onlooker onlooker) {
        var circle = "/c/" + onlooker.face().slug();
        return new Entry(onlooker, circle, circle + "/about", null);
    }

    static Entry invited(Invited.Guest guest, String code) {
        return new Entry(
                guest.onlooker(), "/i/" + code, "/i/" + code, guest.held().id());
    }
}
