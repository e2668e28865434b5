package app.teahouse.occasions;

import app.teahouse.complaints.CircleWarned;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import org.springframework.stereotype.Component;

/** Tells the owner and the partners what the operator of the site decided about their circle, and why. */
@Component
class TellOfWarnings implements Listener<CircleWarned> {
    private static final int MOST = 50;

    private final TellPeople tellPeople;
    private final Members members;

    TellOfWarnings(TellPeople tellPeople, Members members) {
        this.tellPeople = tellPeople;
        this.members = members;
    }

    @Override
    public Class<CircleWarned> event() {
        return CircleWarned.class;
    }

    @Override
    public void on(CircleWarned event) {
        tellPeople.tell(
                new News(
                        event.circle(),
                        NoticeKind.CIRCLE_WARNED,
                        "complaint:" + event.complaint(),
                        null,
                        null,
                        null,
                        "",
                        "",
                        event.reason(),
                        event.verdict(),
                        event.at()),
                members.staff(event.circle(), MOST).stream()
                        .filter(card -> card.role().leads())
                        .map(MemberCard::account)
                        .toList());
    }
}
