package app.teahouse.occasions;

import app.teahouse.gifts.GiftUsed;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.orders.OrderId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a giver that one of their cards was used; by whom, the page says to those who may know. */
@Component
class TellOfGift implements Listener<GiftUsed> {
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfGift(TellPeople tellPeople, Clock clock) {
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    public Class<GiftUsed> event() {
        return GiftUsed.class;
    }

    @Override
    public void on(GiftUsed event) {
        if (event.giver().equals(event.by())) {
            return;
        }
        var news = new News(
                event.circle(),
                NoticeKind.GIFT_USED,
                "gift:" + event.card(),
                null,
                null,
                null,
                "",
                event.plan(),
                "",
                Ids.text(new OrderId(event.order())),
                clock.instant());
        tellPeople.tell(news, List.of(event.giver()));
    }
}
