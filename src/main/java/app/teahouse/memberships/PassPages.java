package app.teahouse.memberships;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.passes.ChangePass;
import app.teahouse.till.Storefront;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A member's own time: until when, renewing, a better or a smaller plan, and whether it renews itself. {@link PassApi} is the other door. */
@Controller
class PassPages {
    private final Templates templates;
    private final PassSheet passSheet;
    private final RenewItself renewItself;
    private final ChangePass changePass;
    private final Storefront storefront;

    PassPages(
            Templates templates,
            PassSheet passSheet,
            RenewItself renewItself,
            ChangePass changePass,
            Storefront storefront) {
        this.templates = templates;
        this.passSheet = passSheet;
        this.renewItself = renewItself;
        this.changePass = changePass;
        this.storefront = storefront;
    }

    @GetMapping("/c/{slug}/pass")
    Page page(Onlooker onlooker, Person person, Frame frame, HttpServletRequest request) {
        return Page.of(page(onlooker, person, frame, request, Form.blank(frame)));
    }

    private JteModel page(Onlooker onlooker, Person person, Frame frame, HttpServletRequest request, Form form) {
        return templates.membershipsPass(
                frame, passSheet.of(onlooker, person, storefront.here(request).sells()), form);
    }

    /** One tap stops it. To begin again needs a card that is kept, and is as good as buying. */
    @PostMapping("/c/{slug}/pass/automatic")
    @NoSurface("How somebody pays is between them and the circle")
    @WhileHalted
    Page automatic(Onlooker onlooker, Person person, Frame frame, Form form, HttpServletRequest request) {
        var on = form.has("automatic");
        if (on && !storefront.here(request).sells()) {
            throw Refusal.notFound("plan.unknown");
        }
        return form.submit(
                () -> {
                    if (on) {
                        renewItself.begin(onlooker, person);
                    } else {
                        changePass.automatic(onlooker.circle(), person, false);
                    }
                    return Page.to("/c/" + onlooker.face().slug() + "/pass")
                            .saying(on ? "memberships.automatic.on" : "memberships.automatic.off");
                },
                again -> page(onlooker, person, frame, request, again));
    }

    @PostMapping("/c/{slug}/pass/next")
    @NoSurface("Which plan follows is between them and the circle")
    Page next(Onlooker onlooker, Person person, Frame frame, Form form, HttpServletRequest request) {
        var number = form.value("plan");
        if (!number.matches("[0-9]{0,9}")) {
            throw Refusal.notFound("plan.unknown");
        }
        return form.submit(
                () -> {
                    changePass.next(onlooker.circle(), person, number.isEmpty() ? null : Long.valueOf(number));
                    return Page.to("/c/" + onlooker.face().slug() + "/pass").saying("memberships.next.chosen");
                },
                again -> page(onlooker, person, frame, request, again));
    }
}
