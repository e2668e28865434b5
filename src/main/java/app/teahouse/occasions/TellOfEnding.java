package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.passes.PassEnding;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells somebody that their time in a circle ends, in the app and by mail. What renews itself is announced by {@link TellOfAnnouncedRenewal}. */
@Component
class TellOfEnding implements Listener<PassEnding> {
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Circles circles;
    private final EndingWords endingWords;
    private final Clock clock;

    TellOfEnding(TellPeople tellPeople, Letters letters, Circles circles, EndingWords endingWords, Clock clock) {
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.circles = circles;
        this.endingWords = endingWords;
        this.clock = clock;
    }

    @Override
    public Class<PassEnding> event() {
        return PassEnding.class;
    }

    @Override
    public void on(PassEnding event) {
        if (event.automatic()) {
            return;
        }
        var face = circles.byId(event.circle()).map(Circle::face).orElse(null);
        if (face == null) {
            return;
        }
        var kind = kind(event);
        var about = "membership:" + event.last() + ":" + event.daysLeft();
        tellPeople.tell(
                new News(
                        event.circle(),
                        kind,
                        about,
                        null,
                        null,
                        null,
                        "",
                        event.plan(),
                        event.last().toString(),
                        "",
                        clock.instant()),
                List.of(event.account()));
        write(event, kind, face);
    }

    private static NoticeKind kind(PassEnding event) {
        if (event.guest()) {
            return event.daysLeft() < 0 ? NoticeKind.GUEST_PASS_OVER : NoticeKind.GUEST_PASS_ENDING;
        }
        return event.daysLeft() < 0 ? NoticeKind.MEMBERSHIP_OVER : NoticeKind.MEMBERSHIP_ENDING;
    }

    private void write(PassEnding event, NoticeKind kind, Face face) {
        var key = switch (kind) {
            case MEMBERSHIP_OVER -> "occasions.letter.over";
            case GUEST_PASS_ENDING -> "occasions.letter.guest";
            case GUEST_PASS_OVER -> "occasions.letter.guest-over";
            default -> "occasions.letter.ending";
        };
        Map<String, Object> facts =
                Map.of("circle", face.name(), "last", event.last(), "days", event.daysLeft());
        var worded = event.guest()
                ? new EndingWords.Worded(key, facts)
                : endingWords.word(event, key, facts, clock.instant());
        letters.write(event.account(), worded.key(), worded.facts(), "/c/" + face.slug() + "/pass");
    }
}
