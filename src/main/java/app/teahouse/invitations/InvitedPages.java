package app.teahouse.invitations;

import app.teahouse.applications.AboutSheet;
import app.teahouse.applications.AboutView;
import app.teahouse.applications.JoinOutcome;
import app.teahouse.applications.Newcomers;
import app.teahouse.files.ShowFile;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
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
    private final UseInvitation useInvitation;
    private final AboutSheet aboutSheet;
    private final Newcomers newcomers;
    private final ShowFile showFile;

    InvitedPages(
            Templates templates,
            UseInvitation useInvitation,
            AboutSheet aboutSheet,
            Newcomers newcomers,
            ShowFile showFile) {
        this.templates = templates;
        this.useInvitation = useInvitation;
        this.aboutSheet = aboutSheet;
        this.newcomers = newcomers;
        this.showFile = showFile;
    }

    @GetMapping("/i/{code}")
    Page look(Visitor visitor, Frame frame, @PathVariable String code) {
        var onlooker = useInvitation.look(visitor, code);
        if (onlooker.member().isPresent()) {
            return Page.to("/c/" + onlooker.face().slug());
        }
        return Page.of(invited(frame, onlooker, code, Form.blank(frame)));
    }

    /** The pictures of the about page, which of a hidden circle nobody else outside may see. */
    @GetMapping("/i/{code}/f/{key}")
    ResponseEntity<Resource> file(Visitor visitor, @PathVariable String code, @PathVariable String key)
            throws IOException {
        return showFile.show(useInvitation.look(visitor, code), key);
    }

    private JteModel invited(Frame frame, Onlooker onlooker, String code, Form form) {
        var maker = useInvitation.maker(code).orElse("");
        return templates.invitationsInvited(frame, about(onlooker, code), maker, code, form);
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
    Page join(Person person, Visitor visitor, Frame frame, Form form, @PathVariable String code) {
        var onlooker = useInvitation.look(visitor, code);
        return form.submit(
                () -> next(onlooker, useInvitation.join(person, code)), again -> invited(frame, onlooker, code, again));
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
                again -> invited(frame, onlooker, code, again));
    }

    private static Page next(Onlooker onlooker, JoinOutcome outcome) {
        return switch (outcome) {
            case JoinOutcome.Joined() -> Page.to("/c/" + onlooker.face().slug()).saying("applications.joined");
            case JoinOutcome.AwaitingApproval() -> Page.to("/").saying("applications.made");
        };
    }
}
