package app.teahouse.notify;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.members.HandoverOffered;
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
