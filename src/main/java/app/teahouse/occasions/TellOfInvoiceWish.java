package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.orders.InvoiceAsked;
import org.springframework.stereotype.Component;

/** Tells owner and partners that a buyer waits for an invoice. */
@Component
class TellOfInvoiceWish implements Listener<InvoiceAsked> {
    private final MoneyNews moneyNews;

    TellOfInvoiceWish(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<InvoiceAsked> event() {
        return InvoiceAsked.class;
    }

    @Override
    public void on(InvoiceAsked event) {
        var order = Ids.text(event.order());
        var word = new MoneyNews.Word(
                NoticeKind.INVOICE_ASKED,
                "invoice-wish:" + order,
                "",
                Money.of(event.minor(), event.currency()),
                event.number(),
                order,
                "invoice-wish",
                "/manage/money/orders/" + order);
        moneyNews.tell(event.circle(), word, moneyNews.staff(event.circle()));
    }
}
