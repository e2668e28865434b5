package app.teahouse.occasions;

import app.teahouse.applications.ApplicationDeclined;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody that their application was declined, and why. */
@Component
class TellOfDecline implements Listener<ApplicationDeclined> {
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfDecline(TellPeople tellPeople, Clock clock) {
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    public Class<ApplicationDeclined> event() {
        return ApplicationDeclined.class;
    }

    @Override
    public void on(ApplicationDeclined event) {
        var news = new News(
                event.circle(),
                NoticeKind.DECLINED,
                "decision:" + event.application().value(),
                null,
                null,
                event.by(),
                "",
                "",
                event.reason(),
                "",
                clock.instant());
        tellPeople.tell(news, List.of(event.account()));
    }
}
