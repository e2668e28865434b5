package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.payments.MoneyWaits;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells whoever received money that it waits for them: owner and partners in the app and by mail, operators by mail, as they have no
 * notices of circles that are not theirs.
 */
@Component
class TellOfWaitingMoney implements Listener<MoneyWaits> {
    private final MoneyNews moneyNews;

    TellOfWaitingMoney(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<MoneyWaits> event() {
        return MoneyWaits.class;
    }

    @Override
    public void on(MoneyWaits event) {
        if (!event.receivedByCircle()) {
            moneyNews.operators("money-waits-site", Map.of("number", event.number()), "/site/money");
            return;
        }
        var word = new MoneyNews.Word(
                NoticeKind.MONEY_WAITS,
                "waits:" + event.thing() + ":" + event.at().toEpochMilli(),
                "",
                Money.of(event.minor(), event.currency()),
                event.number(),
                "- " + event.why(),
                "money-waits",
                "/manage/money/confirm");
        moneyNews.tell(event.circle(), word, moneyNews.staff(event.circle()));
    }
}
