package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.removals.RemovalUndone;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody that their removal was taken back. */
@Component
class TellOfReturn implements Listener<RemovalUndone> {
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfReturn(TellPeople tellPeople, Clock clock) {
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    public Class<RemovalUndone> event() {
        return RemovalUndone.class;
    }

    @Override
    public void on(RemovalUndone event) {
        var news = new News(
                event.circle(),
                NoticeKind.REMOVED,
                "reinstated:" + event.removal(),
                null,
                null,
                null,
                "",
                "",
                "",
                "back",
                clock.instant());
        tellPeople.tell(news, List.of(event.account()));
    }
}
