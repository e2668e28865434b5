package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.letters.LetterId;
import app.teahouse.letters.LetterWritten;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.notify.NoticeKind;
import org.springframework.stereotype.Component;

/** Tells the staff that a member wrote to them and waits. */
@Component
class TellOfLetters implements Listener<LetterWritten> {
    private static final int MOST = 50;

    private final LetterNews letterNews;
    private final Members members;

    TellOfLetters(LetterNews letterNews, Members members) {
        this.letterNews = letterNews;
        this.members = members;
    }

    @Override
    public Class<LetterWritten> event() {
        return LetterWritten.class;
    }

    @Override
    public void on(LetterWritten event) {
        var letter = Ids.text(new LetterId(event.letter()));
        letterNews.tell(
                new LetterNews.Word(
                        event.circle(),
                        NoticeKind.LETTER,
                        event.line(),
                        event.account(),
                        letter,
                        "letter",
                        "/manage/letters/" + letter,
                        event.at()),
                members.staff(event.circle(), MOST).stream()
                        .map(MemberCard::account)
                        .toList());
    }
}
