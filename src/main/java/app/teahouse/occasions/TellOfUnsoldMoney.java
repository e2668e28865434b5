package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.payments.MoneyUnsold;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a payer that their money bought nothing and goes back. */
@Component
class TellOfUnsoldMoney implements Listener<MoneyUnsold> {
    private final MoneyNews moneyNews;

    TellOfUnsoldMoney(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<MoneyUnsold> event() {
        return MoneyUnsold.class;
    }

    @Override
    public void on(MoneyUnsold event) {
        var checkout = Ids.text(event.checkout());
        var word = new MoneyNews.Word(
                NoticeKind.PAYMENT_BACK,
                "unsold:" + event.refund(),
                event.title(),
                Money.of(event.minor(), event.currency()),
                event.words(),
                checkout,
                "payment-back",
                "/pay/" + checkout);
        moneyNews.tell(event.circle(), word, List.of(event.payer()));
    }
}
