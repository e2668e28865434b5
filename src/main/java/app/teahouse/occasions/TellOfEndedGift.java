package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circles;
import app.teahouse.gifts.GiftEnded;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells who used a card that its money went back, and what time they have now. */
@Component
class TellOfEndedGift implements Listener<GiftEnded> {
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Circles circles;
    private final Clock clock;

    TellOfEndedGift(TellPeople tellPeople, Letters letters, Circles circles, Clock clock) {
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.circles = circles;
        this.clock = clock;
    }

    @Override
    public Class<GiftEnded> event() {
        return GiftEnded.class;
    }

    @Override
    public void on(GiftEnded event) {
        circles.byId(event.circle()).ifPresent(circle -> {
            var last = event.last();
            var left = !event.holds() ? "over" : last == null ? "good" : "day";
            var news = new News(
                    event.circle(),
                    NoticeKind.GIFT_ENDED,
                    "gift-ended:" + event.card(),
                    null,
                    null,
                    null,
                    "",
                    event.plan(),
                    left.equals("day") ? String.valueOf(last) : "",
                    left,
                    clock.instant());
            Map<String, Object> facts = Map.of(
                    "circle",
                    circle.face().name(),
                    "plan",
                    event.plan(),
                    "left",
                    left,
                    "last",
                    last == null ? "" : last);
            tellPeople
                    .tell(news, List.of(event.holder()))
                    .forEach(reader -> letters.write(
                            reader,
                            "occasions.letter.gift-ended",
                            facts,
                            "/c/" + circle.face().slug() + "/pass"));
        });
    }
}
