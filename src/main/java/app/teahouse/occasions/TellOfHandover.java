package app.teahouse.occasions;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.members.HandoverOffered;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a member that the owner offers them the circle. */
@Component
class TellOfHandover implements Listener<HandoverOffered> {
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfHandover(TellPeople tellPeople, Clock clock) {
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    public Class<HandoverOffered> event() {
        return HandoverOffered.class;
    }

    @Override
    public void on(HandoverOffered event) {
        var news = new News(
                event.circle(),
                NoticeKind.HANDOVER,
                "handover:" + Ids.next(),
                null,
                null,
                event.from(),
                event.fromAlias(),
                "",
                "",
                "",
                clock.instant());
        tellPeople.tell(news, List.of(event.to()));
    }
}
