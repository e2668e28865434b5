package app.teahouse.paths;

import app.teahouse.kernel.Member;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a member does with their path; the page it stands on belongs to room {@code start}. {@link PathApi} is the other door. */
@Controller
@RequestMapping("/c/{slug}/start/path")
class PathPages {
    private static final String OWN = "A path is seen by nobody else";

    private final LayPath layPath;
    private final SwapStop swapStop;
    private final FinishStop finishStop;
    private final PathSheet sheet;
    private final Templates templates;

    PathPages(LayPath layPath, SwapStop swapStop, FinishStop finishStop, PathSheet sheet, Templates templates) {
        this.layPath = layPath;
        this.swapStop = swapStop;
        this.finishStop = finishStop;
        this.sheet = sheet;
        this.templates = templates;
    }

    @PostMapping
    @NoSurface(OWN)
    @WhileHalted
    Page lay(Member member, Form form, Frame frame) {
        return act(member, form, frame, () -> layPath.lay(member, number(form.value("minutes"))));
    }

    @PostMapping("/{number}/swap")
    @NoSurface(OWN)
    @WhileHalted
    Page swap(Member member, @PathVariable long number, Form form, Frame frame) {
        return act(member, form, frame, () -> swapStop.swap(member, number));
    }

    @PostMapping("/{number}/done")
    @NoSurface(OWN)
    @WhileHalted
    Page done(Member member, @PathVariable long number, Form form, Frame frame) {
        return act(member, form, frame, () -> finishStop.done(member, number));
    }

    @PostMapping("/{number}/done/removal")
    @NoSurface(OWN)
    @WhileHalted
    Page undo(Member member, @PathVariable long number, Form form, Frame frame) {
        return act(member, form, frame, () -> finishStop.undo(member, number));
    }

    /** To htmx the part with the path; else back to the page, where a refusal is said on the path's part alone. */
    private Page act(Member member, Form form, Frame frame, Runnable deed) {
        return form.submit(
                () -> {
                    deed.run();
                    return frame.fragment()
                            ? Page.of(templates.pathsPath(frame, form, sheet.read(member)))
                            : Page.to("/c/" + member.face().slug() + "/start#path");
                },
                again -> frame.fragment()
                        ? templates.pathsPath(frame, again, sheet.read(member))
                        : templates.pathsAlone(frame, again, sheet.read(member)));
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
