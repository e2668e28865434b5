package app.teahouse.memberships;

import app.teahouse.invitations.InvitationId;
import app.teahouse.invitations.Invited;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.offers.BeginTrial;
import app.teahouse.offers.ComeBack;
import app.teahouse.web.NoSurface;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ways into a circle that costs something on which nothing is paid, for programs: trying it, and coming back. */
@RestController
class EntryApi {
    private final BeginTrial beginTrial;
    private final ComeBack comeBack;
    private final PassSheet passSheet;
    private final Invited invited;

    EntryApi(BeginTrial beginTrial, ComeBack comeBack, PassSheet passSheet, Invited invited) {
        this.beginTrial = beginTrial;
        this.comeBack = comeBack;
        this.passSheet = passSheet;
        this.invited = invited;
    }

    /** @param password where the circle is joined by one */
    record TrialWishJson(@Nullable String password) {}

    @PostMapping("/api/v1/circles/{slug}/plans/{number}/trial")
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Who tries a circle does not speak by it")
    PassJson tryOut(Onlooker onlooker, Person person, @PathVariable long number, @RequestBody TrialWishJson wish) {
        return begin(onlooker, person, number, wish, null);
    }

    /** The invitation is used up by it. */
    @PostMapping("/api/v1/invitations/{code}/plans/{number}/trial")
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Who tries a circle does not speak by it")
    PassJson tryOutInvited(
            Person person,
            Visitor visitor,
            @PathVariable String code,
            @PathVariable long number,
            @RequestBody TrialWishJson wish) {
        var guest = invited.look(visitor, code);
        return begin(guest.onlooker(), person, number, wish, guest.held().id());
    }

    private PassJson begin(
            Onlooker onlooker, Person person, long number, TrialWishJson wish, @Nullable InvitationId invitation) {
        beginTrial.begin(onlooker, number, wish.password(), invitation);
        return PassJson.of(passSheet.of(onlooker, person, true));
    }

    /** Who left before the end of their time; harmless for who is back already. */
    @PostMapping("/api/v1/circles/{slug}/membership/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Who comes back does not speak by it")
    void comeBack(Onlooker onlooker, Person person) {
        comeBack.comeBack(onlooker, person);
    }
}
