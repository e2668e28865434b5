package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.letters.LetterClosed;
import app.teahouse.letters.LetterId;
import app.teahouse.notify.NoticeKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody that staff closed their letter without an answer: silence is an answer, too, and they should know it. */
@Component
class TellOfClosedLetters implements Listener<LetterClosed> {
    private final LetterNews letterNews;

    TellOfClosedLetters(LetterNews letterNews) {
        this.letterNews = letterNews;
    }

    @Override
    public Class<LetterClosed> event() {
        return LetterClosed.class;
    }

    @Override
    public void on(LetterClosed event) {
        var letter = Ids.text(new LetterId(event.letter()));
        letterNews.tell(
                new LetterNews.Word(
                        event.circle(),
                        NoticeKind.LETTER_CLOSED,
                        event.line(),
                        event.by(),
                        letter,
                        "letter-closed",
                        "/letters/" + letter,
                        event.at()),
                List.of(event.account()));
    }
}
