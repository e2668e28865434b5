package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.orders.OrderDisputed;
import org.springframework.stereotype.Component;

/** Tells owner and partners that a payer's bank took money back, and how that ended. */
@Component
class TellOfDisputes implements Listener<OrderDisputed> {
    private final MoneyNews moneyNews;

    TellOfDisputes(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<OrderDisputed> event() {
        return OrderDisputed.class;
    }

    @Override
    public void on(OrderDisputed event) {
        var opened = event.state().equals("opened");
        var order = Ids.text(event.order());
        var word = new MoneyNews.Word(
                opened ? NoticeKind.DISPUTE_OPENED : NoticeKind.DISPUTE_ENDED,
                "dispute:" + event.dispute() + ":" + event.state(),
                "",
                Money.of(event.minor(), event.currency()),
                event.number(),
                order + " " + event.state(),
                "dispute-" + event.state(),
                "/manage/money/orders/" + order);
        moneyNews.tell(event.circle(), word, moneyNews.staff(event.circle()));
    }
}
