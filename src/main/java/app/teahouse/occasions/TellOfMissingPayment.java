package app.teahouse.occasions;

import app.teahouse.byhand.PaymentMissing;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody that the payment they speak of was not found, with the words of whoever looked. */
@Component
class TellOfMissingPayment implements Listener<PaymentMissing> {
    private final MoneyNews moneyNews;
    private final Db db;

    TellOfMissingPayment(MoneyNews moneyNews, Db db) {
        this.moneyNews = moneyNews;
        this.db = db;
    }

    @Override
    public Class<PaymentMissing> event() {
        return PaymentMissing.class;
    }

    @Override
    public void on(PaymentMissing event) {
        var checkout = Ids.text(new CheckoutId(event.checkout()));
        db.sql("select amount, currency from payments.checkout where circle_id = :circle and checkout_id = :id")
                .with("circle", event.circle())
                .with("id", event.checkout())
                .maybe((row, n) -> Money.of(row.getLong(1), row.getString(2)))
                .map(sum -> new MoneyNews.Word(
                        NoticeKind.PAYMENT_MISSING,
                        "missing:" + event.attempt() + ":" + event.at().toEpochMilli(),
                        "",
                        sum,
                        event.words(),
                        checkout,
                        "payment-missing",
                        "/pay/" + checkout))
                .ifPresent(word -> moneyNews.tell(event.circle(), word, List.of(event.payer())));
    }
}
