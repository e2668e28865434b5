package app.teahouse.occasions;

import app.teahouse.applications.ApplicationMade;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells the staff that somebody wants to join. */
@Component
class TellOfApplications implements Listener<ApplicationMade> {
    private static final int MOST = 50;

    private final TellPeople tellPeople;
    private final Members members;
    private final Clock clock;

    TellOfApplications(TellPeople tellPeople, Members members, Clock clock) {
        this.tellPeople = tellPeople;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Class<ApplicationMade> event() {
        return ApplicationMade.class;
    }

    @Override
    public void on(ApplicationMade event) {
        var news = new News(
                event.circle(),
                NoticeKind.APPLICATION,
                "application:" + event.application().value(),
                null,
                null,
                event.account(),
                event.name(),
                "",
                "",
                "",
                clock.instant());
        tellPeople.tell(
                news,
                members.staff(event.circle(), MOST).stream()
                        .map(MemberCard::account)
                        .toList());
    }
}
