package app.teahouse.feed;

import app.teahouse.guard.ClosedJson;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.roster.AuthorJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed as programs read it. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/posts")
class FeedApi {
    private static final int MOST = 100;

    private final FeedList list;

    FeedApi(FeedList list) {
        this.list = list;
    }

    /** @param withheld why its words are missing: {@code closed} for now, or {@code protected} from being carried away */
    record CardJson(
            UUID id,
            long number,
            String url,
            String title,
            String excerpt,
            List<String> pictures,
            AuthorJson author,
            Instant publishedAt,
            Instant activeAt,
            boolean edited,
            long comments,
            long reactions,
            @Nullable String myReaction,
            boolean unread,
            boolean pinned,
            boolean highlighted,
            boolean preview,
            List<String> tags,
            @Nullable String withheld,
            @Nullable ClosedJson closed) {

        static CardJson of(Card card) {
            var taken = card.ruling().mayTake();
            return new CardJson(
                    card.id().value(),
                    card.number(),
                    card.url(),
                    card.title(),
                    taken ? card.excerpt() : "",
                    taken ? card.pictures() : List.of(),
                    AuthorJson.of(card.author()),
                    card.publishedAt(),
                    card.activeAt(),
                    card.edited(),
                    card.comments(),
                    card.reactions(),
                    card.mine() == null ? null : Db.name(card.mine()),
                    card.unread(),
                    card.pinned(),
                    card.highlighted(),
                    card.preview(),
                    card.tags(),
                    card.ruling().withheld(),
                    ClosedJson.of(card.ruling()));
        }
    }

    record CardsJson(List<CardJson> items, @Nullable String next) {}

    /**
     * A page of the feed.
     *
     * @param order {@code activity} (at first) or {@code newest}
     * @param filter {@code highlights}, {@code unread} or {@code pinned}
     * @param author a member's number
     */
    @GetMapping
    CardsJson feed(
            Onlooker onlooker,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int limit) {
        if (!onlooker.mayRead()) {
            throw Refusal.notAllowed("circle.members-only");
        }
        if ("pinned".equals(filter)) {
            return new CardsJson(
                    list.pinned(onlooker).stream().map(CardJson::of).toList(), null);
        }
        var wish = Wish.of(order, filter, tag, author, before);
        var cards = list.read(onlooker, wish, Math.clamp(limit, 1, MOST));
        return new CardsJson(cards.items().stream().map(CardJson::of).toList(), cards.next());
    }
}
