package app.teahouse.invitations;

import app.teahouse.applications.AboutSheet;
import app.teahouse.applications.AboutView;
import app.teahouse.applications.JoinOutcome;
import app.teahouse.applications.Newcomers;
import app.teahouse.applications.Till;
import app.teahouse.files.ShowFile;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Visitor;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an invitation leads: the about page, and the way in; for somebody new, sign-up and join are one screen. */
@Controller
class InvitedPages {
    private static final Pattern FILE = Pattern.compile("(^|\"|, )/c/[a-z0-9-]+/f/");

    private final Templates templates;
    private final Invited invited;
    private final UseInvitation useInvitation;
    private final AboutSheet aboutSheet;
    private final Newcomers newcomers;
    private final ShowFile showFile;
    private final ObjectProvider<Till> tills;

    InvitedPages(
            Templates templates,
            Invited invited,
            UseInvitation useInvitation,
            AboutSheet aboutSheet,
            Newcomers newcomers,
            ShowFile showFile,
            ObjectProvider<Till> tills) {
        this.templates = templates;
        this.invited = invited;
        this.useInvitation = useInvitation;
        this.aboutSheet = aboutSheet;
        this.newcomers = newcomers;
        this.showFile = showFile;
        this.tills = tills;
    }

    @GetMapping("/i/{code}")
    Page look(Visitor visitor, Frame frame, @PathVariable String code, HttpServletRequest request) {
        var guest = invited.look(visitor, code);
        if (guest.onlooker().member().isPresent()) {
            return Page.to("/c/" + guest.onlooker().face().slug());
        }
        return Page.of(invited(frame, guest, code, Form.blank(frame), request));
    }

    /** The pictures of the about page, which of a hidden circle nobody else outside may see. */
    @GetMapping("/i/{code}/f/{key}")
    ResponseEntity<Resource> file(Visitor visitor, @PathVariable String code, @PathVariable String key)
            throws IOException {
        return showFile.show(invited.look(visitor, code).onlooker(), key);
    }

    private JteModel invited(Frame frame, Invited.Guest guest, String code, Form form, HttpServletRequest request) {
        var maker = useInvitation.maker(code).orElse("");
        var view = about(guest.onlooker(), code);
        return templates.invitationsInvited(frame, view, maker, code, form, box(frame, guest, view, code, request));
    }

    /** Where entry is sold, the plans. Whom the circle invites to contribute pays nothing. */
    private @Nullable JteModel box(
            Frame frame, Invited.Guest guest, AboutView view, String code, HttpServletRequest request) {
        return view.paid() && guest.held().role() == Role.MEMBER
                ? tills.stream()
                        .findFirst()
                        .map(till ->
                                till.box(frame, guest.onlooker(), request, new Till.Door("/i/" + code, "/i/" + code)))
                        .orElse(null)
                : null;
    }

    private AboutView about(Onlooker onlooker, String code) {
        var view = aboutSheet.of(onlooker);
        var cover = view.face().cover();
        return view.with(
                view.face().withCover(cover == null ? null : throughDoor(cover, code)), throughDoor(view.html(), code));
    }

    private static String throughDoor(String addresses, String code) {
        return FILE.matcher(addresses).replaceAll("$1/i/" + code + "/f/");
    }

    @PostMapping("/i/{code}")
    @NoSurface("Who joins does not speak yet")
    Page join(
            Person person,
            Visitor visitor,
            Frame frame,
            Form form,
            @PathVariable String code,
            HttpServletRequest request) {
        var guest = invited.look(visitor, code);
        return form.submit(
                () -> next(guest.onlooker(), useInvitation.join(person, code)),
                again -> invited(frame, guest, code, again, request));
    }

    @PostMapping("/i/{code}/new")
    @NoSurface("Who joins does not speak yet")
    Page joinAsNewcomer(
            Visitor visitor,
            Frame frame,
            Form form,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var guest = invited.look(visitor, code);
        return form.submit(
                () -> {
                    var person = newcomers
                            .open(frame, form, request, response)
                            .person()
                            .orElseThrow();
                    return next(guest.onlooker(), useInvitation.join(person, code));
                },
                again -> invited(frame, guest, code, again, request));
    }

    private static Page next(Onlooker onlooker, JoinOutcome outcome) {
        return switch (outcome) {
            case JoinOutcome.Joined() -> Page.to("/c/" + onlooker.face().slug()).saying("applications.joined");
            case JoinOutcome.AwaitingApproval() -> Page.to("/").saying("applications.made");
        };
    }
}
