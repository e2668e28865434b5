package app.teahouse.feed;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Surface;
import app.teahouse.reading.Place;
import app.teahouse.tags.TagShelf;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The feed of a circle; who may not read it is led to the page that introduces the circle. */
@Controller
class FeedPages {
    static final int SIZE = 20;
    private static final int TAGS = 12;

    private final FeedList list;
    private final News news;
    private final Place.Source places;
    private final TagShelf tags;
    private final ObjectProvider<FeedTop> tops;
    private final Templates templates;

    FeedPages(
            FeedList list,
            News news,
            Place.Source places,
            TagShelf tags,
            ObjectProvider<FeedTop> tops,
            Templates templates) {
        this.list = list;
        this.news = news;
        this.places = places;
        this.tags = tags;
        this.tops = tops;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}")
    Page feed(
            Onlooker onlooker,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String before,
            Frame frame) {
        if (!onlooker.mayRead()) {
            return Page.to("/c/" + onlooker.face().slug() + "/about");
        }
        var wish = Wish.of(order, filter, tag, author, before);
        var cards = list.read(onlooker, wish, SIZE);
        var whole = wish.isPlain() && wish.isFirstPage();
        var pinned = whole ? list.pinned(onlooker) : List.<Card>of();
        return Page.of(templates.feedFeed(
                frame, view(onlooker, wish, cards, pinned), whole ? above(onlooker, frame) : List.of()));
    }

    private List<JteModel> above(Onlooker onlooker, Frame frame) {
        return onlooker.member()
                .map(member -> tops.orderedStream()
                        .flatMap(top -> top.top(member, frame).stream())
                        .toList())
                .orElse(List.of());
    }

    private FeedView view(Onlooker onlooker, Wish wish, Cursor<Card> cards, List<Card> pinned) {
        var member = onlooker.member().orElse(null);
        var url = "/c/" + onlooker.face().slug();
        var shown = cards.items().stream()
                .filter(card -> pinned.stream().noneMatch(other -> other.id().equals(card.id())))
                .toList();
        var place = member == null || !wish.isPlain() ? null : places.of(member).orElse(null);
        return new FeedView(
                url,
                pinned,
                shown,
                place == null ? -1 : stopped(shown, wish, place),
                newest(pinned, cards.items()),
                wish.query(),
                Db.name(wish.filter()),
                wish.value(),
                wish.byActivity(),
                wish.isFirstPage(),
                wish.isFirstPage() ? tags.of(onlooker.circle()).common(TAGS) : List.of(),
                member != null
                        && member.standing().maySpeak(Surface.POST)
                        && !onlooker.face().archived(),
                member != null,
                member != null && member.standing().unread() > 0,
                cards.next() == null ? null : next(url, wish, cards.next()));
    }

    private static String next(String url, Wish wish, String before) {
        var query = wish.query();
        return url + (query.isEmpty() ? "?" : query + "&") + "before=" + before;
    }

    /** The first card that stood there already; nothing is said where all or none of them did. */
    private static int stopped(List<Card> cards, Wish wish, Place place) {
        for (var i = 0; i < cards.size(); i++) {
            var card = cards.get(i);
            var known =
                    wish.byActivity() ? !card.activeAt().isAfter(place.activeAt()) : card.number() <= place.number();
            if (known) {
                return i == 0 ? -1 : i;
            }
        }
        return -1;
    }

    private static FeedView.Newest newest(List<Card> pinned, List<Card> cards) {
        var number = 0L;
        var micros = 0L;
        for (var card : cards) {
            number = Math.max(number, card.number());
            micros = Math.max(micros, card.activeMicros());
        }
        for (var card : pinned) {
            number = Math.max(number, card.number());
            micros = Math.max(micros, card.activeMicros());
        }
        return new FeedView.Newest(number, micros);
    }

    /** Whether there are posts newer than what the reader has on the screen; what they read does not move. */
    @GetMapping("/c/{slug}/new-posts")
    Page news(Member member, @RequestParam long after, Frame frame) {
        var many = news.after(member, after);
        return Page.of(templates.feedNews(frame, "/c/" + member.face().slug(), after, many));
    }
}
