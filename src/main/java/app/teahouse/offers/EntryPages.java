package app.teahouse.offers;

import app.teahouse.invitations.Invited;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Buying a plan, at the circle's address or with an invitation to it. {@link OfferApi} is the other door. */
@Controller
class EntryPages {
    private final EntryDoor door;
    private final Invited invited;
    private final ComeBack comeBack;

    EntryPages(EntryDoor door, Invited invited, ComeBack comeBack) {
        this.door = door;
        this.invited = invited;
        this.comeBack = comeBack;
    }

    @GetMapping("/c/{slug}/plans/{number}")
    Page plan(
            Onlooker onlooker,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String code,
            Frame frame,
            HttpServletRequest request) {
        return door.plan(Entry.of(onlooker), number, code, frame, request);
    }

    @GetMapping("/i/{code}/plans/{number}")
    Page plan(
            Visitor visitor,
            @PathVariable("code") String invitation,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String code,
            Frame frame,
            HttpServletRequest request) {
        return door.plan(guest(visitor, invitation), number, code, frame, request);
    }

    private Entry guest(Visitor visitor, String invitation) {
        return Entry.invited(invited.look(visitor, invitation), invitation);
    }

    @PostMapping("/c/{slug}/plans/{number}/order")
    @NoSurface("Who buys entry does not speak by it")
    Page order(
            Onlooker onlooker,
            Person person,
            @PathVariable long number,
            Frame frame,
            Form form,
            HttpServletRequest request) {
        return door.order(Entry.of(onlooker), number, frame, form, request);
    }

    @PostMapping("/i/{code}/plans/{number}/order")
    @NoSurface("Who buys entry does not speak by it")
    Page order(
            Person person,
            Visitor visitor,
            @PathVariable("code") String invitation,
            @PathVariable long number,
            Frame frame,
            Form form,
            HttpServletRequest request) {
        return door.order(guest(visitor, invitation), number, frame, form, request);
    }

    @PostMapping("/c/{slug}/plans/{number}/trial")
    @NoSurface("Who tries a circle does not speak by it")
    Page tryOut(
            Onlooker onlooker,
            Person person,
            @PathVariable long number,
            Frame frame,
            Form form,
            HttpServletRequest request) {
        return door.tryOut(Entry.of(onlooker), number, frame, form, request);
    }

    @PostMapping("/i/{code}/plans/{number}/trial")
    @NoSurface("Who tries a circle does not speak by it")
    Page tryOut(
            Person person,
            Visitor visitor,
            @PathVariable("code") String invitation,
            @PathVariable long number,
            Frame frame,
            Form form,
            HttpServletRequest request) {
        return door.tryOut(guest(visitor, invitation), number, frame, form, request);
    }

    /** Who left before the end of what they paid. */
    @PostMapping("/c/{slug}/membership/return")
    @NoSurface("Who comes back does not speak by it")
    Page comeBack(Onlooker onlooker, Person person) {
        comeBack.comeBack(onlooker, person);
        return Page.to("/c/" + onlooker.face().slug()).saying("offers.returned");
    }
}
