package app.teahouse.applications;

import app.teahouse.applications.JoinOutcome.AwaitingApproval;
import app.teahouse.applications.JoinOutcome.Joined;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.questions.Replies;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A circle's about page, and the join box on it that works at once. */
@Controller
public class AboutPages {
    private final Templates templates;
    private final AboutSheet aboutSheet;
    private final JoinCircle joinCircle;
    private final Newcomers newcomers;
    private final Gate gate;
    private final ObjectProvider<Till> tills;
    private final ObjectProvider<TurnedAway> turnedAway;

    AboutPages(
            Templates templates,
            AboutSheet aboutSheet,
            JoinCircle joinCircle,
            Newcomers newcomers,
            Gate gate,
            ObjectProvider<Till> tills,
            ObjectProvider<TurnedAway> turnedAway) {
        this.templates = templates;
        this.aboutSheet = aboutSheet;
        this.joinCircle = joinCircle;
        this.newcomers = newcomers;
        this.gate = gate;
        this.tills = tills;
        this.turnedAway = turnedAway;
    }

    /** Also what somebody outside sees at the circle's own address. */
    @GetMapping("/c/{slug}/about")
    public Page about(Onlooker onlooker, Frame frame, HttpServletRequest request) {
        return Page.of(about(onlooker, frame, Form.blank(frame), request));
    }

    private JteModel about(Onlooker onlooker, Frame frame, Form form, HttpServletRequest request) {
        var view = aboutSheet.of(onlooker);
        var away = turnedAway.stream()
                .flatMap(one -> one.of(onlooker, frame).stream())
                .findFirst()
                .orElse(null);
        var box = view.paid() && (away == null || !away.closed()) && view.reader() != AboutView.Reader.MEMBER
                ? tills.stream()
                        .findFirst()
                        .map(till -> till.box(frame, onlooker, request, Till.Door.of(onlooker)))
                        .orElse(null)
                : null;
        return templates.applicationsAbout(frame, view, form, box, away);
    }

    @PostMapping("/c/{slug}/membership")
    @NoSurface("Who joins does not speak yet")
    Page join(Onlooker onlooker, Person person, Frame frame, Form form, HttpServletRequest request) {
        return form.submit(
                () -> next(onlooker, joinCircle.join(onlooker, text(form))),
                again -> about(onlooker, frame, again, request));
    }

    /** Sign-up and join as one screen. */
    @PostMapping("/c/{slug}/membership/new")
    @NoSurface("Who joins does not speak yet")
    Page joinAsNewcomer(
            Onlooker onlooker, Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
        return form.submit(
                () -> {
                    joinCircle.check(onlooker, text(form), newcomers.network(request));
                    var visitor = newcomers.open(frame, form, request, response);
                    var signedIn = gate.onlooker(visitor, onlooker.face().slug());
                    return next(signedIn, joinCircle.join(signedIn, text(form)));
                },
                again -> about(onlooker, frame, again, request));
    }

    static JoinText text(Form form) {
        return new JoinText(Replies.of(form), form.text("joinPassword"));
    }

    static Page next(Onlooker onlooker, JoinOutcome outcome) {
        var circle = "/c/" + onlooker.face().slug();
        return switch (outcome) {
            case Joined() -> Page.to(circle).saying("applications.joined");
            case AwaitingApproval() -> Page.to(circle + "/about").saying("applications.made");
        };
    }
}
