package app.teahouse.columns;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a column's posts are put in order: by buttons, or by dragging. */
@Controller
@RequestMapping("/c/{slug}/manage/columns/{number}")
class ArrangePages {
    private static final Pattern NUMBER = Pattern.compile("(?:.*/p/|#)?(\\d{1,15})(?:[?#].*)?");

    private final ColumnSheet sheet;
    private final Candidates candidates;
    private final Arrange arrange;
    private final Sections sections;
    private final Templates templates;

    ArrangePages(ColumnSheet sheet, Candidates candidates, Arrange arrange, Sections sections, Templates templates) {
        this.sheet = sheet;
        this.candidates = candidates;
        this.arrange = arrange;
        this.sections = sections;
        this.templates = templates;
    }

    @GetMapping
    Page show(
            Member member,
            Onlooker onlooker,
            @PathVariable long number,
            Frame frame,
            @RequestParam(required = false) @Nullable Long before) {
        var view = sheet.arrange(onlooker, member, number);
        return Page.of(templates.columnsArrange(
                frame, Form.blank(frame), view, candidates.of(member, view.face(), before), before == null));
    }

    @PostMapping("/items")
    Page add(@On(Surface.POST) Speaker speaker, Onlooker onlooker, @PathVariable long number, Form form, Frame frame) {
        return act(speaker, onlooker, number, form, frame, () -> {
            var typed = NUMBER.matcher(form.value("post").strip());
            if (!typed.matches()) {
                throw Refusal.invalid("post", "column.no-such-post");
            }
            arrange.add(speaker, number, Long.parseLong(typed.group(1)), section(form));
        });
    }

    @PostMapping("/items/{post}/removal")
    Page remove(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            @PathVariable long post,
            Form form,
            Frame frame) {
        return act(speaker, onlooker, number, form, frame, () -> arrange.remove(speaker, number, post));
    }

    @PostMapping("/items/{post}/up")
    Page up(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            @PathVariable long post,
            Form form,
            Frame frame) {
        return act(
                speaker,
                onlooker,
                number,
                form,
                frame,
                () -> arrange.move(speaker, number, post, new Arrange.Target.Up()));
    }

    @PostMapping("/items/{post}/down")
    Page down(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            @PathVariable long post,
            Form form,
            Frame frame) {
        return act(
                speaker,
                onlooker,
                number,
                form,
                frame,
                () -> arrange.move(speaker, number, post, new Arrange.Target.Down()));
    }

    /** Into a section; with {@code after}, behind that post there. */
    @PostMapping("/order")
    Page place(
            @On(Surface.POST) Speaker speaker, Onlooker onlooker, @PathVariable long number, Form form, Frame frame) {
        return act(speaker, onlooker, number, form, frame, () -> {
            var post = number(form.value("post"));
            if (post == null) {
                throw Refusal.notFound("column.item-unknown");
            }
            arrange.move(speaker, number, post, new Arrange.Target.Into(section(form), number(form.value("after"))));
        });
    }

    @PostMapping("/sections")
    Page addSection(
            @On(Surface.POST) Speaker speaker, Onlooker onlooker, @PathVariable long number, Form form, Frame frame) {
        return act(speaker, onlooker, number, form, frame, () -> sections.add(speaker, number, form.text("name")));
    }

    @GetMapping("/sections/{section}")
    Page section(
            Member member, Onlooker onlooker, @PathVariable long number, @PathVariable SectionId section, Frame frame) {
        var view = sheet.arrange(onlooker, member, number);
        var found = view.sections().stream()
                .filter(one -> section.equals(one.id()))
                .findFirst()
                .orElseThrow(Sections::unknown);
        return Page.of(templates.columnsSection(frame, Form.blank(frame, "name", found.name()), view.face(), found));
    }

    @PostMapping("/sections/{section}")
    Page rename(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            @PathVariable SectionId section,
            Form form,
            Frame frame) {
        return form.submit(
                () -> {
                    sections.rename(speaker, number, section, form.text("name"));
                    return Page.to(url(speaker, number));
                },
                again -> templates.columnsSection(
                        frame,
                        again,
                        sheet.arrange(onlooker, speaker.member(), number).face(),
                        new SectionView(section, form.value("name"), List.of())));
    }

    @PostMapping("/sections/{section}/removal")
    Page removeSection(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            @PathVariable SectionId section,
            Form form,
            Frame frame) {
        return act(speaker, onlooker, number, form, frame, () -> sections.remove(speaker, number, section));
    }

    @PostMapping("/sections/{section}/up")
    Page sectionUp(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            @PathVariable SectionId section,
            Form form,
            Frame frame) {
        return act(speaker, onlooker, number, form, frame, () -> sections.move(speaker, number, section, true));
    }

    @PostMapping("/sections/{section}/down")
    Page sectionDown(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            @PathVariable SectionId section,
            Form form,
            Frame frame) {
        return act(speaker, onlooker, number, form, frame, () -> sections.move(speaker, number, section, false));
    }

    private Page act(Speaker speaker, Onlooker onlooker, long number, Form form, Frame frame, Runnable deed) {
        return form.submit(
                () -> {
                    deed.run();
                    return frame.fragment()
                            ? Page.of(contents(speaker, onlooker, number, Form.blank(frame), frame))
                            : Page.to(url(speaker, number));
                },
                again -> contents(speaker, onlooker, number, again, frame));
    }

    /** To htmx the part with the contents, else the whole page. */
    private JteModel contents(Speaker speaker, Onlooker onlooker, long number, Form form, Frame frame) {
        var view = sheet.arrange(onlooker, speaker.member(), number);
        var more = candidates.of(speaker.member(), view.face(), null);
        return frame.fragment()
                ? templates.columnsContents(frame, form, view, more, true)
                : templates.columnsArrange(frame, form, view, more, true);
    }

    private static @Nullable SectionId section(Form form) {
        var key = form.text("section");
        return key == null ? null : new SectionId(Ids.parse(key));
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }

    private static String url(Speaker speaker, long number) {
        return "/c/" + speaker.member().face().slug() + "/manage/columns/" + number;
    }
}
