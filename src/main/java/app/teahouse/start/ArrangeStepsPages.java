package app.teahouse.start;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the staff set the steps before newcomers: by buttons, or by dragging. */
@Controller
@RequestMapping("/c/{slug}/manage/start")
class ArrangeStepsPages {
    private static final Pattern NUMBER = Pattern.compile("(?:.*/(?:p|columns)/|#)?(\\d{1,15})(?:[?#].*)?");

    private final Steps steps;
    private final ArrangeSteps arrangeSteps;
    private final BeginSteps beginSteps;
    private final Templates templates;

    ArrangeStepsPages(Steps steps, ArrangeSteps arrangeSteps, BeginSteps beginSteps, Templates templates) {
        this.steps = steps;
        this.arrangeSteps = arrangeSteps;
        this.beginSteps = beginSteps;
        this.templates = templates;
    }

    @Bean
    static Tab startManageTab() {
        return new Tab(Tab.Place.CONTENT, 40, Tab.Who.STAFF, "start.tab", "/manage/start");
    }

    @GetMapping
    Page show(Staff staff, Frame frame) {
        return Page.of(templates.startArrange(frame, Form.blank(frame), steps.all(staff.member())));
    }

    @PostMapping("/template")
    Page begin(Staff staff, Form form, Frame frame) {
        return act(
                staff,
                form,
                frame,
                () -> beginSteps.begin(staff, constant(StepTemplate.class, form.value("template"))));
    }

    @GetMapping("/new")
    Page blank(Staff staff, Frame frame, @RequestParam(defaultValue = "words") String kind) {
        return Page.of(templates.startStep(frame, Form.blank(frame), constant(StepKind.class, kind), null));
    }

    @PostMapping
    Page add(Staff staff, Form form, Frame frame) {
        var kind = constant(StepKind.class, form.value("kind"));
        return form.submit(
                () -> {
                    arrangeSteps.add(staff, text(kind, form));
                    return Page.to(url(staff));
                },
                again -> templates.startStep(frame, again, kind, null));
    }

    @GetMapping("/{step}")
    Page one(Staff staff, @PathVariable StepId step, Frame frame) {
        var found = find(staff, step);
        var form = Form.blank(frame, "title", found.ownTitle(), "note", found.note(), "number", found.number());
        return Page.of(templates.startStep(frame, form, found.kind(), found));
    }

    @PostMapping("/{step}")
    Page change(Staff staff, @PathVariable StepId step, Form form, Frame frame) {
        var found = find(staff, step);
        return form.submit(
                () -> {
                    arrangeSteps.change(staff, step, text(found.kind(), form));
                    return Page.to(url(staff));
                },
                again -> templates.startStep(frame, again, found.kind(), found));
    }

    @PostMapping("/{step}/removal")
    Page remove(Staff staff, @PathVariable StepId step, Form form, Frame frame) {
        return act(staff, form, frame, () -> arrangeSteps.remove(staff, step));
    }

    @PostMapping("/{step}/up")
    Page up(Staff staff, @PathVariable StepId step, Form form, Frame frame) {
        return act(staff, form, frame, () -> arrangeSteps.step(staff, step, true));
    }

    @PostMapping("/{step}/down")
    Page down(Staff staff, @PathVariable StepId step, Form form, Frame frame) {
        return act(staff, form, frame, () -> arrangeSteps.step(staff, step, false));
    }

    /** Behind the step {@code after}, or first. */
    @PostMapping("/order")
    Page place(Staff staff, Form form, Frame frame) {
        return act(
                staff,
                form,
                frame,
                () -> arrangeSteps.behind(
                        staff,
                        new StepId(Ids.parse(form.value("post"))),
                        form.value("after").length() < 2 ? null : new StepId(Ids.parse(form.value("after")))));
    }

    private StepView find(Staff staff, StepId step) {
        return steps.all(staff.member()).stream()
                .filter(one -> one.id().equals(step))
                .findFirst()
                .orElseThrow(ArrangeSteps::unknown);
    }

    private Page act(Staff staff, Form form, Frame frame, Runnable deed) {
        return form.submit(
                () -> {
                    deed.run();
                    return frame.fragment()
                            ? Page.of(templates.startArranged(frame, Form.blank(frame), steps.all(staff.member())))
                            : Page.to(url(staff));
                },
                again -> frame.fragment()
                        ? templates.startArranged(frame, again, steps.all(staff.member()))
                        : templates.startArrange(frame, again, steps.all(staff.member())));
    }

    private static StepText text(StepKind kind, Form form) {
        return new StepText(
                kind,
                form.text("title"),
                form.text("note"),
                number(form.value("number").strip()));
    }

    private static @Nullable Long number(String typed) {
        var found = NUMBER.matcher(typed);
        return found.matches() ? Long.valueOf(found.group(1)) : null;
    }

    /** What is unknown is the first there is. */
    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> Db.name(one).equals(name))
                .findFirst()
                .orElse(type.getEnumConstants()[0]);
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/start";
    }
}
