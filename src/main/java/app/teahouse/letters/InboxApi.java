package app.teahouse.letters;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.letters.LetterJson.PageJson;
import app.teahouse.letters.LetterJson.TextJson;
import app.teahouse.letters.LetterJson.ThreadJson;
import app.teahouse.web.WhileHalted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members wrote to the staff, for the programs of staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/inbox")
class InboxApi {
    private final LetterSheet letterSheet;
    private final AnswerLetter answerLetter;

    InboxApi(LetterSheet letterSheet, AnswerLetter answerLetter) {
        this.letterSheet = letterSheet;
        this.answerLetter = answerLetter;
    }

    /** @param show {@code staff} or {@code member} for whom they wait, the longest first; or {@code closed}, the newest first */
    @GetMapping
    PageJson list(
            Staff staff,
            @RequestParam(defaultValue = "staff") String show,
            @RequestParam(required = false) @Nullable LetterId after) {
        return PageJson.of(
                switch (show) {
                    case "staff" -> letterSheet.waiting(staff, Letter.Waits.STAFF, after);
                    case "member" -> letterSheet.waiting(staff, Letter.Waits.MEMBER, after);
                    case "closed" -> letterSheet.closed(staff, after);
                    default -> throw Refusal.invalid("show", "field.unknown-choice");
                });
    }

    @GetMapping("/{letter}")
    ThreadJson one(
            Staff staff, @PathVariable LetterId letter, @RequestParam(required = false) @Nullable LineId before) {
        return ThreadJson.of(letterSheet.one(staff, letter, before));
    }

    @PostMapping("/{letter}/lines")
    @ResponseStatus(HttpStatus.CREATED)
    @WhileHalted
    ThreadJson answer(Staff staff, @PathVariable LetterId letter, @RequestBody TextJson line) {
        answerLetter.answer(staff, letter, Objects.requireNonNullElse(line.text(), ""), false);
        return ThreadJson.of(letterSheet.one(staff, letter, null));
    }

    @PostMapping("/{letter}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void close(Staff staff, @PathVariable LetterId letter) {
        answerLetter.close(staff, letter);
    }
}
