package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Listener;
import app.teahouse.members.Bars;
import app.teahouse.members.MemberGone;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells somebody that staff removed them: why, whether they may come back, what becomes of their time, and where they see the rest and write to
 * the staff.
 * In the app and by mail. Who left by themselves knows.
 */
@Component
class TellOfRemoval implements Listener<MemberGone> {
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Passes passes;
    private final Circles circles;
    private final Bars bars;
    private final Clock clock;

    TellOfRemoval(TellPeople tellPeople, Letters letters, Passes passes, Circles circles, Bars bars, Clock clock) {
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.passes = passes;
        this.circles = circles;
        this.bars = bars;
        this.clock = clock;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        var removed = event.removed();
        var circle = circles.byId(event.circle()).orElse(null);
        if (removed == null || circle == null) {
            return;
        }
        var pass = kept(event, circle);
        var left = pass == null ? "none" : pass.isForGood() ? "good" : "day";
        var news = new News(
                event.circle(),
                NoticeKind.REMOVED,
                // Somebody may be let in again and removed again: each is told.
                "removed:" + removed.at(),
                null,
                null,
                null,
                "",
                "",
                removed.reason(),
                left,
                clock.instant());
        if (!tellPeople.tell(news, List.of(event.account())).isEmpty()) {
            write(event, circle, removed.reason(), left, pass);
        }
    }

    /** Where nothing costs anything, no time is kept. */
    private @Nullable Pass kept(MemberGone event, Circle circle) {
        return circle.price() == Circle.Price.FREE
                ? null
                : passes.of(event.circle(), event.account())
                        .filter(pass -> pass.holds(clock.instant()))
                        .orElse(null);
    }

    private void write(MemberGone event, Circle circle, String reason, String left, @Nullable Pass pass) {
        var last = pass == null ? null : pass.span().last();
        var facts = new HashMap<String, Object>();
        facts.put("circle", circle.face().name());
        facts.put("reason", reason);
        facts.put("left", left);
        var bar = bars.of(event.circle(), event.account()).orElse(null);
        var until = bar == null ? null : bar.until();
        facts.put("back", bar == null ? "ask" : until == null ? "never" : "day");
        facts.put(
                "until", until == null ? "" : until.atZone(circle.face().zone()).toLocalDate());
        facts.put("last", last == null ? "" : last);
        letters.write(
                event.account(),
                "occasions.letter.removed",
                facts,
                "/c/" + circle.face().slug() + "/removal");
    }
}
