package app.teahouse.segments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.web.Words;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what pages and programs of the staff show of segments. */
@Component
class SegmentDesk {
    static final int SIZE = 50;
    private static final int FIRST = 8;
    private static final int DAYS = 60;

    private final Segments segments;
    private final Audiences audiences;
    private final Facts facts;
    private final Meanings meanings;
    private final Members members;
    private final Words words;
    private final Clock clock;

    SegmentDesk(
            Segments segments,
            Audiences audiences,
            Facts facts,
            Meanings meanings,
            Members members,
            Words words,
            Clock clock) {
        this.segments = segments;
        this.audiences = audiences;
        this.facts = facts;
        this.meanings = meanings;
        this.members = members;
        this.words = words;
        this.clock = clock;
    }

    List<SegmentView.Line> lines(CircleId circle, Locale locale) {
        return lines(circle, segments.all(circle), locale);
    }

    /** All of a circle, each with what is shown of it. */
    Map<Segment, SegmentView.Line> described(CircleId circle, Locale locale) {
        var all = segments.all(circle);
        var lines = lines(circle, all, locale);
        var described = new LinkedHashMap<Segment, SegmentView.Line>();
        for (var i = 0; i < all.size(); i++) {
            described.put(all.get(i), lines.get(i));
        }
        return described;
    }

    SegmentView.Line line(CircleId circle, Segment segment, Locale locale) {
        return lines(circle, List.of(segment), locale).getFirst();
    }

    private List<SegmentView.Line> lines(CircleId circle, List<Segment> some, Locale locale) {
        var known = meanings.of(circle);
        var days = segments.history(
                circle, facts.moment(circle, clock.instant()).today().minusDays(DAYS));
        return some.stream()
                .map(one -> new SegmentView.Line(
                        one.key(),
                        one.name(words, locale),
                        one.builtIn() == null ? null : one.builtIn().key(),
                        one.filter().join().key(),
                        one.filter().conditions().stream()
                                .map(condition -> known.say(condition, locale))
                                .toList(),
                        days.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** Whether counts can be believed yet. */
    boolean isReady(CircleId circle) {
        return segments.isReady(circle);
    }

    Segment one(CircleId circle, SegmentId id) {
        return segments.one(circle, id);
    }

    /** @throws Refusal {@code segment.unknown} of a built-in one too: there is nothing to change in it */
    Segment own(CircleId circle, SegmentId id) {
        var segment = segments.one(circle, id);
        if (segment.builtIn() != null) {
            throw Refusal.notFound("segment.unknown");
        }
        return segment;
    }

    long count(CircleId circle, Segment segment) {
        return audiences.count(circle, segment.filter(), facts.moment(circle, clock.instant()));
    }

    Cursor<MemberCard> members(CircleId circle, Segment segment, @Nullable AccountId after, int size) {
        var page = Cursor.of(audiences.page(circle, segment.filter(), after, size + 1), size, Ids::text);
        return new Cursor<>(cards(circle, page.items()), page.next());
    }

    private List<MemberCard> cards(CircleId circle, List<AccountId> accounts) {
        var cards = members.cards(circle, accounts);
        return accounts.stream().map(cards::get).filter(Objects::nonNull).toList();
    }

    SegmentView.Preview preview(CircleId circle, Filter filter) {
        return new SegmentView.Preview(
                audiences.count(circle, filter, facts.moment(circle, clock.instant())),
                cards(circle, audiences.page(circle, filter, null, FIRST)));
    }

    /** What tag a segment gives, or null. One that is gone is said to be. */
    @Nullable
    String tagName(CircleId circle, Segment segment, Locale locale) {
        if (segment.tag() == null) {
            return null;
        }
        var tag = meanings.of(circle).tags().get(segment.tag());
        return tag == null ? words.say(locale, "segments.gone") : tag.name();
    }
}
