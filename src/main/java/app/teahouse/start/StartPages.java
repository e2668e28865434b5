package app.teahouse.start;

import app.teahouse.kernel.Member;
import app.teahouse.paths.PathSheet;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where newcomers start: the owner's steps, and a path for the time they have. {@link StartApi} is the other door. */
@Controller
class StartPages {
    private static final String OWN = "What one has done is seen by nobody else";

    private final Steps steps;
    private final TakeStep takeStep;
    private final PathSheet paths;
    private final Templates templates;

    StartPages(Steps steps, TakeStep takeStep, PathSheet paths, Templates templates) {
        this.steps = steps;
        this.takeStep = takeStep;
        this.paths = paths;
        this.templates = templates;
    }

    @Bean
    static Tab startTab() {
        return new Tab(Tab.Place.CIRCLE, 15, Tab.Who.MEMBERS, "start.tab", "/start");
    }

    @GetMapping("/c/{slug}/start")
    Page show(Member member, Frame frame) {
        return Page.of(templates.startStart(frame, Form.blank(frame), steps.read(member), paths.read(member)));
    }

    @PostMapping("/c/{slug}/start/{step}/done")
    @NoSurface(OWN)
    @WhileHalted
    Page take(Member member, @PathVariable StepId step, Frame frame) {
        takeStep.take(member, step);
        return steps(member, frame);
    }

    @PostMapping("/c/{slug}/start/{step}/done/removal")
    @NoSurface(OWN)
    @WhileHalted
    Page undo(Member member, @PathVariable StepId step, Frame frame) {
        takeStep.undo(member, step);
        return steps(member, frame);
    }

    private Page steps(Member member, Frame frame) {
        return frame.fragment() ? Page.of(templates.startSteps(frame, steps.read(member))) : Page.to(Steps.url(member));
    }
}
