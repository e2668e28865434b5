package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.letters.LetterAnswered;
import app.teahouse.letters.LetterId;
import app.teahouse.notify.NoticeKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody that staff answered their letter, also who is in the circle no more. */
@Component
class TellOfLetterAnswers implements Listener<LetterAnswered> {
    private final LetterNews letterNews;

    TellOfLetterAnswers(LetterNews letterNews) {
        this.letterNews = letterNews;
    }

    @Override
    public Class<LetterAnswered> event() {
        return LetterAnswered.class;
    }

    @Override
    public void on(LetterAnswered event) {
        var letter = Ids.text(new LetterId(event.letter()));
        letterNews.tell(
                new LetterNews.Word(
                        event.circle(),
                        NoticeKind.LETTER_ANSWERED,
                        event.line(),
                        event.by(),
                        letter,
                        "letter-answered",
                        "/letters/" + letter,
                        event.at()),
                List.of(event.account()));
    }
}
