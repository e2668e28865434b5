package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.notify.BroadcastNews;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of the operator's decisions: those who lead the circle why and by mail, all members that it is halted or goes on. */
@Component
class VerdictNews {
    private final MoneyNews moneyNews;
    private final TellPeople tellPeople;
    private final BroadcastNews broadcastNews;
    private final Letters letters;
    private final Circles circles;

    VerdictNews(
            MoneyNews moneyNews, TellPeople tellPeople, BroadcastNews broadcastNews, Letters letters, Circles circles) {
        this.moneyNews = moneyNews;
        this.tellPeople = tellPeople;
        this.broadcastNews = broadcastNews;
        this.letters = letters;
        this.circles = circles;
    }

    /** @param detail what was decided, with {@code -ended} where that holds no more, or {@code answered} */
    record Word(CircleId circle, String about, String detail, String reason, Instant at) {}

    void tell(Word word) {
        circles.byId(word.circle()).ifPresent(circle -> tell(circle, word));
    }

    private void tell(Circle circle, Word word) {
        var forAll = forAll(word.detail());
        if (forAll != null) {
            // The circle's own seal stands beside it; its owner is told below, with the reason.
            broadcastNews.toAll(new News(
                    word.circle(), forAll, word.about(), null, null, circle.owner(), "", "", "", "", word.at()));
        }
        var news = new News(
                word.circle(),
                NoticeKind.CIRCLE_WARNED,
                word.about() + ":why",
                null,
                null,
                null,
                "",
                "",
                word.reason(),
                word.detail(),
                word.at());
        tellPeople
                .tell(news, moneyNews.staff(word.circle()))
                .forEach(reader -> letters.write(
                        reader,
                        "occasions.letter.verdict",
                        Map.of("circle", circle.name()),
                        "/c/" + circle.slug() + "/manage/verdicts"));
    }

    private static @Nullable NoticeKind forAll(String detail) {
        return switch (detail) {
            case "frozen" -> NoticeKind.CIRCLE_FROZEN;
            case "closed" -> NoticeKind.CIRCLE_CLOSED;
            case "frozen-ended", "closed-ended" -> NoticeKind.CIRCLE_RESUMED;
            default -> null;
        };
    }
}
