package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.speaking.RulingEnded;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a member that they may write again, or that what they were allowed is over. */
@Component
class TellOfEndedRulings implements Listener<RulingEnded> {
    private final TellPeople tellPeople;

    TellOfEndedRulings(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public Class<RulingEnded> event() {
        return RulingEnded.class;
    }

    @Override
    public void on(RulingEnded event) {
        var kind = event.kind().equals("mute") ? NoticeKind.UNMUTED : NoticeKind.GRANT_ENDED;
        tellPeople.tell(
                new News(
                        event.circle(),
                        kind,
                        "ruling-ended:" + event.ruling(),
                        null,
                        null,
                        null,
                        "",
                        "",
                        event.reason(),
                        "",
                        event.at()),
                List.of(event.account()));
    }
}
