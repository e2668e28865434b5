package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.renewals.RenewalEnded;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells somebody that their membership renewed itself, or that their card was declined and what happens next. */
@Component
class TellOfRenewal implements Listener<RenewalEnded> {
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Circles circles;
    private final Clock clock;

    TellOfRenewal(TellPeople tellPeople, Letters letters, Circles circles, Clock clock) {
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.circles = circles;
        this.clock = clock;
    }

    @Override
    public Class<RenewalEnded> event() {
        return RenewalEnded.class;
    }

    @Override
    public void on(RenewalEnded event) {
        var face = circles.byId(event.circle()).map(Circle::face).orElse(null);
        if (face == null) {
            return;
        }
        var kind = event.done() ? NoticeKind.MEMBERSHIP_RENEWED : NoticeKind.RENEWAL_FAILED;
        var about = "renewal:" + event.last() + ":" + event.done() + ":" + event.triesLeft();
        tellPeople.tell(
                new News(
                        event.circle(),
                        kind,
                        about,
                        null,
                        null,
                        null,
                        "",
                        "",
                        event.last().toString(),
                        "",
                        clock.instant()),
                List.of(event.account()));
        letters.write(
                event.account(),
                event.done() ? "occasions.letter.renewed" : "occasions.letter.failed",
                Map.of("circle", face.name(), "last", event.last(), "tries", event.triesLeft()),
                "/c/" + face.slug() + "/pass");
    }
}
