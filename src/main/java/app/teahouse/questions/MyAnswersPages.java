package app.teahouse.questions;

import app.teahouse.circles.CircleTexts;
import app.teahouse.kernel.Member;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The questions of a circle, for who came in without being asked: they answer, or put them away. */
@Controller
@RequestMapping("/c/{slug}/membership/answers")
class MyAnswersPages {
    private final CircleTexts texts;
    private final Answers answers;
    private final Templates templates;

    MyAnswersPages(CircleTexts texts, Answers answers, Templates templates) {
        this.texts = texts;
        this.answers = answers;
        this.templates = templates;
    }

    @GetMapping
    Page show(Member member, Frame frame) {
        return Page.of(show(member, frame, Form.blank(frame)));
    }

    private JteModel show(Member member, Frame frame, Form form) {
        return templates.questionsMine(
                frame,
                member.standing().number(),
                texts.questions(member.circle()),
                answers.of(member.circle(), member.account()).orElse(null),
                form);
    }

    @PostMapping
    @NoSurface("Only the staff read it")
    Page answer(Member member, Frame frame, Form form) {
        return form.submit(
                () -> {
                    answers.answer(member, Replies.of(form));
                    return Page.to("/c/" + member.face().slug()).saying("questions.thanks");
                },
                again -> show(member, frame, again));
    }

    @PostMapping("/skip")
    @NoSurface("Says nothing to anybody")
    Page skip(Member member) {
        answers.skip(member);
        return Page.to("/c/" + member.face().slug()).saying("questions.skipped");
    }
}
