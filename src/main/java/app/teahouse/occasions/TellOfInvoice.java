package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.orders.InvoiceIssued;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a buyer that their invoice is there, and again when it gets another file: what they had does not count any more. */
@Component
class TellOfInvoice implements Listener<InvoiceIssued> {
    private final MoneyNews moneyNews;

    TellOfInvoice(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<InvoiceIssued> event() {
        return InvoiceIssued.class;
    }

    @Override
    public void on(InvoiceIssued event) {
        var order = Ids.text(event.order());
        var again = event.again();
        var word = new MoneyNews.Word(
                again == null ? NoticeKind.INVOICE_ISSUED : NoticeKind.INVOICE_AGAIN,
                "invoice:" + order + (again == null ? "" : ":" + again),
                event.title(),
                Money.of(event.minor(), event.currency()),
                event.number(),
                order,
                again == null ? "invoice" : "invoice-again",
                "/me/orders/" + order);
        moneyNews.tell(event.circle(), word, List.of(event.buyer()));
    }
}
