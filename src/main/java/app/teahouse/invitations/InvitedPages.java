package app.teahouse.invitations;

import app.teahouse.applications.AboutSheet;
import app.teahouse.applications.JoinOutcome;
import app.teahouse.applications.Newcomers;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an invitation leads: the about page, and the way in; for somebody new, sign-up and join are one screen. */
@Controller
class InvitedPages {
    private final Templates templates;
    private final UseInvitation useInvitation;
    private final AboutSheet aboutSheet;
    private final Newcomers newcomers;

    InvitedPages(Templates templates, UseInvitation useInvitation, AboutSheet aboutSheet, Newcomers newcomers) {
        this.templates = templates;
        this.useInvitation = useInvitation;
        this.aboutSheet = aboutSheet;
        this.newcomers = newcomers;
    }

    @GetMapping("/i/{code}")
    Page look(Visitor visitor, Frame frame, @PathVariable String code) {
        var onlooker = useInvitation.look(visitor, code);
        if (onlooker.member().isPresent()) {
            return Page.to("/c/" + onlooker.face().slug());
        }
        return Page.of(templates.invitationsInvited(frame, aboutSheet.of(onlooker), code, Form.blank(frame)));
    }

    @PostMapping("/i/{code}")
    @NoSurface("Who joins does not speak yet")
    Page join(Person person, Visitor visitor, Frame frame, Form form, @PathVariable String code) {
        var onlooker = useInvitation.look(visitor, code);
        return form.submit(
                () -> next(onlooker, useInvitation.join(person, code)),
                again -> templates.invitationsInvited(frame, aboutSheet.of(onlooker), code, again));
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
        var onlooker = useInvitation.look(visitor, code);
        return form.submit(
                () -> {
                    var person = newcomers
                            .open(frame, form, request, response)
                            .person()
                            .orElseThrow();
                    return next(onlooker, useInvitation.join(person, code));
                },
                again -> templates.invitationsInvited(frame, aboutSheet.of(onlooker), code, again));
    }

    private static Page next(Onlooker onlooker, JoinOutcome outcome) {
        return switch (outcome) {
            case JoinOutcome.Joined() -> Page.to("/c/" + onlooker.face().slug()).saying("applications.joined");
            case JoinOutcome.AwaitingApproval() -> Page.to("/").saying("applications.made");
        };
    }
}
