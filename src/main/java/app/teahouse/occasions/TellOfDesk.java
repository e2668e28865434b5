package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.verdicts.DeskWaits;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes to the operators that something waits on their desk where nothing did; what it is they read there. */
@Component
class TellOfDesk implements Listener<DeskWaits> {
    private final MoneyNews moneyNews;

    TellOfDesk(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<DeskWaits> event() {
        return DeskWaits.class;
    }

    @Override
    public void on(DeskWaits event) {
        moneyNews.operators(
                "desk-waits",
                Map.of("what", event.what()),
                event.what().equals("appeal") ? "/site/verdicts" : "/site/complaints");
    }
}
