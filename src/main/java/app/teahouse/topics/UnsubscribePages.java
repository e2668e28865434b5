package app.teahouse.topics;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.Visitor;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a link in a mail spares its reader of more. Looking changes nothing, since mail servers look at links; one press does, be it here
 * or in a mail program, which posts by itself (RFC 8058).
 */
@Controller
class UnsubscribePages {
    private final Unsubscribing unsubscribing;
    private final Circles circles;
    private final Templates templates;

    UnsubscribePages(Unsubscribing unsubscribing, Circles circles, Templates templates) {
        this.unsubscribing = unsubscribing;
        this.circles = circles;
        this.templates = templates;
    }

    @GetMapping("/unsubscribe/{token}")
    Page ask(Visitor visitor, Frame frame, @PathVariable String token) {
        return page(frame, token, "ask");
    }

    @PostMapping("/unsubscribe/{token}")
    Page choose(Visitor visitor, Frame frame, Form form, @PathVariable String token) {
        var again = form.has("again");
        unsubscribing.choose(unsubscribing.read(token), again);
        return page(frame, token, again ? "again" : "done");
    }

    /** The mail named the circle already, hidden or not. */
    private Page page(Frame frame, String token, String state) {
        var whose = unsubscribing.read(token);
        if (!unsubscribing.isThere(whose)) {
            return Page.of(templates.topicsUnsubscribe(frame, "/unsubscribe/" + token, "", "gone"));
        }
        var name =
                circles.byId(whose.circle()).map(circle -> circle.face().name()).orElse("");
        return Page.of(templates.topicsUnsubscribe(frame, "/unsubscribe/" + token, name, state));
    }
}
