package app.teahouse.practice;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.practice.PlayPayment.Play;
import app.teahouse.security.Addresses;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page of the gateway that plays. As at a real one, who has its address may pay there. */
@Controller
class PracticePages {
    private final Templates templates;
    private final Played played;
    private final Practice practice;
    private final PlayPayment playPayment;
    private final Limits limits;
    private final Addresses addresses;

    PracticePages(
            Templates templates,
            Played played,
            Practice practice,
            PlayPayment playPayment,
            Limits limits,
            Addresses addresses) {
        this.templates = templates;
        this.played = played;
        this.practice = practice;
        this.playPayment = playPayment;
        this.limits = limits;
        this.addresses = addresses;
    }

    @GetMapping("/practice/{name}")
    Page page(Visitor visitor, @PathVariable String name, Frame frame, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var payment = find(name);
        return Page.of(templates.practicePage(
                frame, Form.blank(frame, "card", "4242", "tell", "once"), payment, practice.back(payment)));
    }

    @PostMapping("/practice/{name}")
    Page play(Visitor visitor, @PathVariable String name, Frame frame, Form form, HttpServletRequest request) {
        limits.take("practice", addresses.of(request), 60, Duration.ofMinutes(1));
        var payment = find(name);
        return form.submit(
                () -> {
                    playPayment.play(name, Play.of(form.value("deed"), form.value("card"), form.value("tell")));
                    return Page.to(practice.back(payment));
                },
                again -> templates.practicePage(frame, again, find(name), practice.back(payment)));
    }

    private PracticeView find(String name) {
        return played.find(name).orElseThrow(() -> Refusal.notFound("practice.unknown"));
    }
}
