package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.orders.RefundMoved;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a buyer that their money goes back, and that it is there. */
@Component
class TellOfRefunds implements Listener<RefundMoved> {
    private final MoneyNews moneyNews;

    TellOfRefunds(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<RefundMoved> event() {
        return RefundMoved.class;
    }

    @Override
    public void on(RefundMoved event) {
        var order = Ids.text(event.order());
        var word = new MoneyNews.Word(
                event.done() ? NoticeKind.REFUND_DONE : NoticeKind.REFUND_BEGUN,
                "refund:" + event.refund().value() + ":" + event.done(),
                "",
                Money.of(event.minor(), event.currency()),
                event.reason(),
                order,
                event.done() ? "refund-done" : "refund-begun",
                "/me/orders/" + order);
        moneyNews.tell(event.circle(), word, List.of(event.buyer()));
    }
}
