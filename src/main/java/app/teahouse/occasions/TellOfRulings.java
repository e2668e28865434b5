package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.speaking.RulingMade;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a member that they were muted, or may write, and why. */
@Component
class TellOfRulings implements Listener<RulingMade> {
    private final TellPeople tellPeople;

    TellOfRulings(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public Class<RulingMade> event() {
        return RulingMade.class;
    }

    @Override
    public void on(RulingMade event) {
        var kind = event.kind().equals("mute") ? NoticeKind.MUTED : NoticeKind.GRANTED;
        tellPeople.tell(
                new News(
                        event.circle(),
                        kind,
                        "ruling:" + event.ruling(),
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
