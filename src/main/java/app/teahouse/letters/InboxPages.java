package app.teahouse.letters;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Letters: what members wrote to the staff, who waits longest first. {@link InboxApi} is the other door. */
@Controller
@RequestMapping("/c/{slug}/manage/letters")
class InboxPages {
    private final Templates templates;
    private final LetterSheet letterSheet;
    private final AnswerLetter answerLetter;

    InboxPages(Templates templates, LetterSheet letterSheet, AnswerLetter answerLetter) {
        this.templates = templates;
        this.letterSheet = letterSheet;
        this.answerLetter = answerLetter;
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/letters";
    }

    /** @param show {@code staff} or {@code member} for whom they wait, or {@code closed} */
    @GetMapping
    Page list(
            Staff staff,
            Frame frame,
            @RequestParam(defaultValue = "staff") String show,
            @RequestParam(required = false) @Nullable LetterId after) {
        return Page.of(
                switch (show) {
                    case "closed" -> templates.lettersInbox(frame, show, letterSheet.closed(staff, after));
                    case "member" ->
                        templates.lettersInbox(frame, show, letterSheet.waiting(staff, Letter.Waits.MEMBER, after));
                    default ->
                        templates.lettersInbox(frame, "staff", letterSheet.waiting(staff, Letter.Waits.STAFF, after));
                });
    }

    @GetMapping("/{letter}")
    Page one(
            Staff staff,
            Frame frame,
            @PathVariable LetterId letter,
            @RequestParam(required = false) @Nullable LineId before) {
        return Page.of(templates.lettersAnswer(frame, letterSheet.one(staff, letter, before), Form.blank(frame)));
    }

    /** The second button closes the letter with the answer. */
    @PostMapping("/{letter}/lines")
    @WhileHalted
    Page answer(Staff staff, Frame frame, Form form, @PathVariable LetterId letter) {
        return form.submit(
                () -> {
                    answerLetter.answer(staff, letter, form.value("text"), form.has("close"));
                    return Page.to(url(staff) + "/" + Ids.text(letter))
                            .saying(form.has("close") ? "letters.answered.closed" : "letters.answered");
                },
                again -> templates.lettersAnswer(frame, letterSheet.one(staff, letter, null), again));
    }

    @PostMapping("/{letter}/closing")
    @WhileHalted
    Page close(Staff staff, @PathVariable LetterId letter) {
        answerLetter.close(staff, letter);
        return Page.to(url(staff)).saying("letters.closed");
    }
}
