package app.teahouse.occasions;

import app.teahouse.applications.ApplicationApproved;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody that they are in. */
@Component
class TellOfApproval implements Listener<ApplicationApproved> {
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfApproval(TellPeople tellPeople, Clock clock) {
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    public Class<ApplicationApproved> event() {
        return ApplicationApproved.class;
    }

    @Override
    public void on(ApplicationApproved event) {
        var news = new News(
                event.circle(),
                NoticeKind.APPROVED,
                "decision:" + event.application().value(),
                null,
                null,
                event.by(),
                "",
                "",
                "",
                "",
                clock.instant());
        tellPeople.tell(news, List.of(event.account()));
    }
}
