package app.teahouse.homework;

import app.teahouse.columns.Library;
import app.teahouse.content.PostId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where homework is asked for, and the terms of a task are changed. Guest experts come here too, for their own posts. */
@Controller
class TaskPages {
    private final TaskRows rows;
    private final AskForHomework askForHomework;
    private final Reviewers reviewers;
    private final Library library;
    private final Limits limits;
    private final Templates templates;

    TaskPages(
            TaskRows rows,
            AskForHomework askForHomework,
            Reviewers reviewers,
            Library library,
            Limits limits,
            Templates templates) {
        this.rows = rows;
        this.askForHomework = askForHomework;
        this.reviewers = reviewers;
        this.library = library;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/manage/homework/new")
    Page blank(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            Frame frame,
            @RequestParam(required = false) @Nullable Long column) {
        mustAsk(speaker.member());
        var form = Form.blank(
                frame,
                "id",
                Ids.text(new PostId(Ids.next())),
                "column",
                column,
                "graceHours",
                24,
                "resubmissions",
                "1",
                "peers",
                "after",
                "scale",
                "none");
        return Page.of(fresh(frame, form, onlooker, speaker.member()));
    }

    private static void mustAsk(Member member) {
        if (!Task.mayAsk(member)) {
            throw Refusal.notAllowed("homework.not-for-you");
        }
    }

    private JteModel fresh(Frame frame, Form form, Onlooker onlooker, Member member) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("", frame.t("homework.no-column"));
        library.editable(onlooker)
                .forEach(card -> columns.put(
                        Long.toString(card.face().number()), card.face().name()));
        return templates.homeworkNew(frame, form, columns, reviewers.possible(member));
    }

    @PostMapping("/c/{slug}/manage/homework")
    Page begin(@On(Surface.POST) Speaker speaker, Onlooker onlooker, Form form, Frame frame) {
        limits.take("post", speaker.account().value().toString(), 60, Duration.ofMinutes(10));
        var column = form.text("column");
        return form.submit(
                () -> {
                    var number = askForHomework.begin(
                            speaker,
                            new AskForHomework.Asked(
                                    new PostId(Ids.parse(form.value("id"))),
                                    form.text("title"),
                                    form.value("text"),
                                    column != null && column.matches("\\d{1,15}") ? Long.valueOf(column) : null),
                            terms(form),
                            numbers(form));
                    return Page.to("/c/" + speaker.member().face().slug() + "/p/" + number)
                            .saying("homework.asked");
                },
                again -> fresh(frame, again, onlooker, speaker.member()));
    }

    static Terms terms(Form form) {
        var grace = form.value("graceHours").strip();
        var resubmissions = form.value("resubmissions");
        var dueOn = day(form.text("dueOn"));
        return new Terms(
                dueOn,
                dueOn == null ? 0 : grace.isEmpty() ? 0 : grace.matches("\\d{1,6}") ? Integer.parseInt(grace) : -1,
                resubmissions.equals("any")
                        ? null
                        : resubmissions.matches("\\d{1,6}") ? Integer.valueOf(resubmissions) : -1,
                choice(Peers.values(), form.value("peers"), "peers"),
                choice(Scale.values(), form.value("scale"), "scale"));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("dueOn", "homework.no-such-day");
        }
    }

    static <E extends Enum<E>> E choice(E[] all, @Nullable String name, String field) {
        for (var one : all) {
            if (Db.name(one).equals(name)) {
                return one;
            }
        }
        throw Refusal.invalid(field, "field.missing");
    }

    private static List<Long> numbers(Form form) {
        return form.values("reviewers").stream()
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .toList();
    }

    /** Of any live post: it begins to ask for homework here. */
    @GetMapping("/c/{slug}/p/{number}/homework/terms")
    Page show(@On(Surface.POST) Speaker speaker, @PathVariable long number, Frame frame) {
        mustAsk(speaker.member());
        var task = rows.find(speaker.member(), number).orElse(null);
        if (task != null && !task.isSettledBy(speaker.member())) {
            throw Refusal.notAllowed("homework.not-for-you");
        }
        var terms = task == null ? new Terms(null, 24, 1, Peers.AFTER, Scale.NONE) : task.terms();
        var form = Form.blank(
                frame,
                "dueOn",
                terms.dueOn(),
                "graceHours",
                terms.graceHours(),
                "resubmissions",
                terms.resubmissions() == null ? "any" : terms.resubmissions(),
                "peers",
                Db.name(terms.peers()),
                "scale",
                Db.name(terms.scale()),
                "reviewers",
                task == null ? List.of() : reviewers.numbers(speaker.member(), task));
        return Page.of(page(frame, form, number, task, speaker.member()));
    }

    private JteModel page(Frame frame, Form form, long number, @Nullable Task task, Member member) {
        return templates.homeworkTerms(
                frame, form, "/c/" + member.face().slug() + "/p/" + number, task, reviewers.possible(member));
    }

    @PostMapping("/c/{slug}/p/{number}/homework/terms")
    Page change(@On(Surface.POST) Speaker speaker, @PathVariable long number, Form form, Frame frame) {
        var member = speaker.member();
        return form.submit(
                () -> {
                    askForHomework.ask(speaker, number, terms(form), numbers(form));
                    return Page.to("/c/" + member.face().slug() + "/p/" + number)
                            .saying("homework.asked");
                },
                again -> page(frame, again, number, rows.find(member, number).orElse(null), member));
    }

    @PostMapping("/c/{slug}/p/{number}/homework/terms/removal")
    Page drop(@On(Surface.POST) Speaker speaker, @PathVariable long number) {
        askForHomework.drop(speaker, number);
        return Page.to("/c/" + speaker.member().face().slug() + "/p/" + number).saying("homework.dropped");
    }
}
