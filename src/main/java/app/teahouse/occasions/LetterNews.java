package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells of letters between members and staff, in the app and by mail, and never what stands in them. The mail goes to those who were told
 * in the app just now: so it goes once, and not to who switched the topic off.
 */
@Component
class LetterNews {
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Members members;
    private final Circles circles;

    LetterNews(TellPeople tellPeople, Letters letters, Members members, Circles circles) {
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.members = members;
        this.circles = circles;
    }

    /**
     * @param line what makes it one happening
     * @param actor who wrote
     * @param letter its id in addresses
     * @param mail the last part of the mail's key
     * @param path where it leads, behind the circle's address
     */
    record Word(
            CircleId circle,
            NoticeKind kind,
            UUID line,
            AccountId actor,
            String letter,
            String mail,
            String path,
            Instant at) {}

    void tell(Word word, Collection<AccountId> readers) {
        circles.byId(word.circle()).ifPresent(circle -> {
            var name = members.card(word.circle(), word.actor())
                    .map(MemberCard::alias)
                    .orElse("");
            var news = new News(
                    word.circle(),
                    word.kind(),
                    "letter-line:" + word.line(),
                    null,
                    null,
                    word.actor(),
                    name,
                    "",
                    "",
                    word.letter(),
                    word.at());
            var facts =
                    Map.<String, Object>of("name", name, "circle", circle.face().name());
            tellPeople
                    .tell(news, readers)
                    .forEach(reader -> letters.write(
                            reader,
                            "occasions.letter." + word.mail(),
                            facts,
                            "/c/" + circle.face().slug() + word.path()));
        });
    }
}
