package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Role;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells people about money, in the app and by mail. The mail goes to those who were told in the app just now: so it goes once, and not
 * to who switched the topic off.
 */
@Component
class MoneyNews {
    private static final int MOST_STAFF = 50;

    private final Db db;
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Members members;
    private final Circles circles;
    private final Clock clock;

    MoneyNews(Db db, TellPeople tellPeople, Letters letters, Members members, Circles circles, Clock clock) {
        this.db = db;
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.members = members;
        this.circles = circles;
        this.clock = clock;
    }

    /**
     * @param about what makes it one happening
     * @param title what the thing is called
     * @param sum how much it is about
     * @param words what is said beside it, or nothing
     * @param detail the id of the thing, and how it is with it
     * @param letter the last part of the letter's key
     * @param path where the letter leads, behind the circle's address or from the root
     */
    record Word(
            NoticeKind kind,
            String about,
            String title,
            Money sum,
            String words,
            String detail,
            String letter,
            String path) {}

    /** The owner and the partners. */
    List<AccountId> staff(CircleId circle) {
        return members.staff(circle, MOST_STAFF).stream()
                .filter(card -> card.role() == Role.OWNER || card.role() == Role.PARTNER)
                .map(MemberCard::account)
                .toList();
    }

    void tell(CircleId circle, Word word, Collection<AccountId> readers) {
        face(circle).ifPresent(face -> {
            var news = new News(
                    circle,
                    word.kind(),
                    word.about(),
                    null,
                    null,
                    null,
                    "",
                    word.title(),
                    News.sum(word.sum(), word.words()),
                    word.detail(),
                    clock.instant());
            var facts = facts(face, word);
            var path = word.path().startsWith("/me/") || word.path().startsWith("/pay/")
                    ? word.path()
                    : "/c/" + face.slug() + word.path();
            tellPeople
                    .tell(news, readers)
                    .forEach(reader -> letters.write(reader, "occasions.letter." + word.letter(), facts, path));
        });
    }

    /** A letter to each operator: they have no notices of circles that are not theirs. */
    void operators(String letter, Map<String, Object> facts, String path) {
        db.sql(
                        "select account_id from accounts.account where operator and state = 'active' order by account_id desc limit 20")
                .all((row, n) -> new AccountId(Db.uuid(row, 1)))
                .forEach(operator -> letters.write(operator, "occasions.letter." + letter, facts, path));
    }

    private static Map<String, Object> facts(Face face, Word word) {
        var facts = new HashMap<String, Object>();
        facts.put("circle", face.name());
        facts.put("title", word.title());
        facts.put("sum", word.sum());
        facts.put("words", word.words());
        return facts;
    }

    Optional<Face> face(CircleId circle) {
        return circles.byId(circle).map(Circle::face);
    }
}
