package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.members.GuestPassChanged;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody that they may be in a circle for nothing, or that this was ended. */
@Component
class TellOfGuestPass implements Listener<GuestPassChanged> {
    private final TellPeople tellPeople;
    private final Clock clock;

    TellOfGuestPass(TellPeople tellPeople, Clock clock) {
        this.tellPeople = tellPeople;
        this.clock = clock;
    }

    @Override
    public Class<GuestPassChanged> event() {
        return GuestPassChanged.class;
    }

    @Override
    public void on(GuestPassChanged event) {
        var news = new News(
                event.circle(),
                event.given() ? NoticeKind.GUEST_PASS_GIVEN : NoticeKind.GUEST_PASS_OVER,
                (event.given() ? "guest-pass:" : "guest-pass-over:") + event.pass(),
                null,
                null,
                null,
                "",
                "",
                event.reason(),
                "",
                clock.instant());
        tellPeople.tell(news, List.of(event.account()));
    }
}
