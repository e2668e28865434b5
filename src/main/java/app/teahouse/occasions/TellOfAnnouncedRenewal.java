package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.renewals.RenewalAnnounced;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells somebody when their card will be charged, how much, and which: in the app and by mail, with the way to stop it. */
@Component
class TellOfAnnouncedRenewal implements Listener<RenewalAnnounced> {
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Circles circles;
    private final Clock clock;

    TellOfAnnouncedRenewal(TellPeople tellPeople, Letters letters, Circles circles, Clock clock) {
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.circles = circles;
        this.clock = clock;
    }

    @Override
    public Class<RenewalAnnounced> event() {
        return RenewalAnnounced.class;
    }

    @Override
    public void on(RenewalAnnounced event) {
        circles.byId(event.circle()).map(Circle::face).ifPresent(face -> tell(event, face));
    }

    private void tell(RenewalAnnounced event, Face face) {
        var sum = Money.of(event.minor(), event.currency());
        var news = new News(
                event.circle(),
                NoticeKind.MEMBERSHIP_RENEWS,
                "renews:" + event.last(),
                null,
                null,
                null,
                "",
                "",
                News.sum(sum, event.card()),
                "",
                clock.instant());
        tellPeople.tell(news, List.of(event.account()));
        letters.write(
                event.account(),
                "occasions.letter.renews",
                Map.of(
                        "circle", face.name(),
                        "last", event.last(),
                        "day", event.day(),
                        "sum", sum,
                        "card", event.card()),
                "/c/" + face.slug() + "/pass");
    }
}
