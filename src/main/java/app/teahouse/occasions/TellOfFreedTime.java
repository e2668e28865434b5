package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.passes.Passes;
import app.teahouse.passes.TimeFreed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells members that their circle costs nothing any more: what becomes of the time they paid for, and that no card is charged. */
@Component
class TellOfFreedTime implements Listener<TimeFreed> {
    static final int MOST = 200;

    private final Passes passes;
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Circles circles;
    private final Events events;
    private final Clock clock;

    TellOfFreedTime(
            Passes passes, TellPeople tellPeople, Letters letters, Circles circles, Events events, Clock clock) {
        this.passes = passes;
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Class<TimeFreed> event() {
        return TimeFreed.class;
    }

    @Override
    public void on(TimeFreed event) {
        circles.byId(event.circle())
                .filter(circle -> circle.price() == Circle.Price.FREE)
                .map(Circle::face)
                .ifPresent(face -> tell(event, face));
    }

    private void tell(TimeFreed event, Face face) {
        var some = passes.paid(event.circle(), event.after(), clock.instant(), MOST);
        // Those whose time ends on one day are told together; null is for good.
        var byDay = new TreeMap<LocalDate, List<AccountId>>(Comparator.nullsLast(Comparator.naturalOrder()));
        some.forEach(
                one -> byDay.computeIfAbsent(one.last(), _ -> new ArrayList<>()).add(one.account()));
        byDay.forEach((last, readers) -> tell(event, face, last, readers));
        if (some.size() == MOST) {
            events.publish(
                    new TimeFreed(event.circle(), event.since(), some.getLast().account()));
        }
    }

    private void tell(TimeFreed event, Face face, @Nullable LocalDate last, List<AccountId> readers) {
        var news = new News(
                event.circle(),
                NoticeKind.CIRCLE_FREE,
                "freed:" + event.since().getEpochSecond(),
                null,
                null,
                null,
                "",
                "",
                last == null ? "" : last.toString(),
                "",
                clock.instant());
        Map<String, Object> facts = last == null
                ? Map.of("circle", face.name(), "kept", "good", "last", "")
                : Map.of("circle", face.name(), "kept", "day", "last", last);
        tellPeople
                .tell(news, readers)
                .forEach(reader ->
                        letters.write(reader, "occasions.letter.freed", facts, "/c/" + face.slug() + "/pass"));
    }
}
