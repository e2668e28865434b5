package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.strikes.StrikeGiven;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a member that staff noted an offence of theirs, and why. */
@Component
class TellOfStrikes implements Listener<StrikeGiven> {
    private final TellPeople tellPeople;

    TellOfStrikes(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public Class<StrikeGiven> event() {
        return StrikeGiven.class;
    }

    @Override
    public void on(StrikeGiven event) {
        tellPeople.tell(
                new News(
                        event.circle(),
                        NoticeKind.WARNED,
                        "strike:" + event.strike(),
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
