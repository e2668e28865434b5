package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.passes.MembersPriced;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells members that their circle costs something from now on, and what that means for each of them. */
@Component
class TellOfPrice implements Listener<MembersPriced> {
    private final TellPeople tellPeople;
    private final Letters letters;
    private final Circles circles;
    private final Clock clock;

    TellOfPrice(TellPeople tellPeople, Letters letters, Circles circles, Clock clock) {
        this.tellPeople = tellPeople;
        this.letters = letters;
        this.circles = circles;
        this.clock = clock;
    }

    @Override
    public Class<MembersPriced> event() {
        return MembersPriced.class;
    }

    private record Lot(MembersPriced.Means means, @Nullable LocalDate last) {}

    /** It may be free again by now: then nobody is told of a price. */
    @Override
    public void on(MembersPriced event) {
        circles.byId(event.circle())
                .filter(circle -> circle.price() == Circle.Price.PAID)
                .map(Circle::face)
                .ifPresent(face -> lots(event).forEach((lot, readers) -> tell(event, face, lot, readers)));
    }

    private static Map<Lot, List<AccountId>> lots(MembersPriced event) {
        return event.members().stream()
                .collect(Collectors.groupingBy(
                        one -> new Lot(one.means(), one.last()),
                        LinkedHashMap::new,
                        Collectors.mapping(MembersPriced.One::account, Collectors.toList())));
    }

    private void tell(MembersPriced event, Face face, Lot lot, List<AccountId> readers) {
        var last = lot.last();
        // What was paid for good is free for good.
        var means = lot.means() == MembersPriced.Means.HELD && last == null ? MembersPriced.Means.KEPT : lot.means();
        var news = new News(
                event.circle(),
                NoticeKind.CIRCLE_PAID,
                "priced:" + event.since().getEpochSecond(),
                null,
                null,
                null,
                "",
                "",
                last == null ? "" : last.toString(),
                Db.name(means),
                clock.instant());
        Map<String, Object> facts =
                Map.of("circle", face.name(), "means", Db.name(means), "last", last == null ? "" : last);
        tellPeople
                .tell(news, readers)
                .forEach(reader ->
                        letters.write(reader, "occasions.letter.priced", facts, "/c/" + face.slug() + "/pass"));
    }
}
