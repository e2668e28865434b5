package app.teahouse.questions;

import app.teahouse.circles.ChangeQuestions;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Question;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.membertags.MemberTags;
import app.teahouse.security.Limits;
import app.teahouse.web.Csv;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Manage › Settings › Questions: what is asked of who joins, in their order, and all answers as a table. */
@Controller
@RequestMapping("/c/{slug}/manage/settings/questions")
class QuestionPages {
    private final CircleTexts texts;
    private final MemberTags tags;
    private final SetQuestions set;
    private final AnswersTable table;
    private final Limits limits;
    private final Templates templates;

    QuestionPages(
            CircleTexts texts,
            MemberTags tags,
            SetQuestions set,
            AnswersTable table,
            Limits limits,
            Templates templates) {
        this.texts = texts;
        this.tags = tags;
        this.set = set;
        this.table = table;
        this.limits = limits;
        this.templates = templates;
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/settings/questions";
    }

    @GetMapping
    Page list(Partner partner, Frame frame) {
        return Page.of(list(partner, frame, Form.blank(frame)));
    }

    private JteModel list(Partner partner, Frame frame, Form form) {
        return templates.questionsList(
                frame, texts.questions(partner.circle()), tags.all(partner.circle()), ChangeQuestions.MOST, form);
    }

    @GetMapping("/new")
    Page blank(Partner partner, Frame frame) {
        return Page.of(write(partner, frame, QuestionForm.blank(frame), null));
    }

    private JteModel write(Partner partner, Frame frame, Form form, @Nullable Integer number) {
        return templates.questionsWrite(frame, form, number, tags.all(partner.circle()));
    }

    @PostMapping("/new")
    Page add(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    set.add(partner, QuestionForm.read(form, tags.all(partner.circle())));
                    return Page.to(url(partner)).saying("web.saved");
                },
                again -> write(partner, frame, again, null));
    }

    @GetMapping("/{number}")
    Page edit(Partner partner, Frame frame, @PathVariable int number) {
        var question = at(texts.questions(partner.circle()), number);
        return Page.of(write(partner, frame, QuestionForm.of(frame, question, tags.all(partner.circle())), number));
    }

    private static Question at(List<Question> all, int number) {
        if (number < 1 || number > all.size()) {
            throw Refusal.notFound("question.unknown");
        }
        return all.get(number - 1);
    }

    @PostMapping("/{number}")
    Page change(Partner partner, Frame frame, Form form, @PathVariable int number) {
        return form.submit(
                () -> {
                    set.change(
                            partner, now(partner, form, number), QuestionForm.read(form, tags.all(partner.circle())));
                    return Page.to(url(partner)).saying("web.saved");
                },
                again -> write(partner, frame, again, number(partner, again, number)));
    }

    /** Where the question that somebody opened stands by now; null if its words are gone, and what they typed is a new one. */
    private @Nullable Integer number(Partner partner, Form form, int number) {
        var words =
                texts.questions(partner.circle()).stream().map(Question::text).toList();
        var was = form.value("was");
        return number >= 1 && number <= words.size() && words.get(number - 1).equals(was)
                ? Integer.valueOf(number)
                : words.contains(was) ? Integer.valueOf(words.indexOf(was) + 1) : null;
    }

    private SetQuestions.Place now(Partner partner, Form form, int number) {
        var now = number(partner, form, number);
        return place(form, now == null ? number : now);
    }

    private static SetQuestions.Place place(Form form, int number) {
        return new SetQuestions.Place(number, form.value("was"));
    }

    @PostMapping("/{number}/move")
    Page move(Partner partner, Frame frame, Form form, @PathVariable int number) {
        return form.submit(
                () -> {
                    set.move(partner, place(form, number), form.has("up"));
                    return Page.to(url(partner)).saying("web.saved");
                },
                again -> list(partner, frame, again));
    }

    @PostMapping("/{number}/removal")
    Page remove(Partner partner, Frame frame, Form form, @PathVariable int number) {
        return form.submit(
                () -> {
                    set.remove(partner, place(form, number));
                    return Page.to(url(partner)).saying("web.saved");
                },
                again -> list(partner, frame, again));
    }

    /** What members answered, a line for each answer. */
    @GetMapping("/answers.csv")
    void answers(Partner partner, Frame frame, HttpServletResponse response) throws IOException {
        limits.take("export", partner.account().value().toString(), 30, Duration.ofHours(1));
        Csv.send(response, "answers", out -> table.write(partner, frame, out));
    }
}
