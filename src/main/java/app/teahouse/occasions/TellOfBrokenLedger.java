package app.teahouse.occasions;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Listener;
import app.teahouse.ledger.LedgerBroken;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes to the operators that a ledger does not add up, by day and by night: they alone can see to it. */
@Component
class TellOfBrokenLedger implements Listener<LedgerBroken> {
    private final MoneyNews moneyNews;

    TellOfBrokenLedger(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<LedgerBroken> event() {
        return LedgerBroken.class;
    }

    @Override
    public void on(LedgerBroken event) {
        var circle = moneyNews
                .face(event.circle())
                .map(Face::name)
                .orElse(event.circle().value().toString());
        moneyNews.operators("ledger-broken", Map.of("circle", circle, "first", event.first()), "/site/money");
    }
}
