package app.teahouse.web;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What each problem means: the pages behind the {@code type} of every problem that the API answers with. */
@Controller
class ProblemPages {
    private final Templates templates;
    private final KnownProblems known;

    ProblemPages(Templates templates, KnownProblems known) {
        this.templates = templates;
        this.known = known;
    }

    @GetMapping("/problems")
    Page all(Visitor visitor, Frame frame) {
        return Page.of(templates.webProblems(frame, known.all(frame.locale())));
    }

    @GetMapping("/problems/{code}")
    Page one(Visitor visitor, @PathVariable String code, Frame frame) {
        if (!known.has(code)) {
            throw Refusal.notFound("page.unknown");
        }
        return Page.of(templates.webProblemcode(frame, known.one(frame.locale(), code)));
    }
}
