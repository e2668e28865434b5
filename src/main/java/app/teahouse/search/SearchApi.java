package app.teahouse.search;

import app.teahouse.analysis.Passage;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Members;
import app.teahouse.roster.AuthorJson;
import app.teahouse.tags.TagShelf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Searching, for programs. */
@RestController
class SearchApi {
    private static final int MOST = 50;

    private final Find find;
    private final Hits hits;
    private final MyPlaces places;
    private final Recents recents;
    private final Suggest suggest;
    private final TagShelf tags;
    private final Members members;

    SearchApi(Find find, Hits hits, MyPlaces places, Recents recents, Suggest suggest, TagShelf tags, Members members) {
        this.find = find;
        this.hits = hits;
        this.places = places;
        this.recents = recents;
        this.suggest = suggest;
        this.tags = tags;
        this.members = members;
    }

    /** A piece of a text; {@code marked} where it is what was looked for. */
    record PieceJson(String text, boolean marked) {}

    /**
     * @param circle the circle's address, as in {@code /c/tea}
     * @param withheld {@code protected} where the passage is missing because it may not be carried away
     */
    record HitJson(
            String kind,
            String circle,
            long number,
            String url,
            List<PieceJson> title,
            List<PieceJson> passage,
            AuthorJson author,
            Instant at,
            boolean highlighted,
            List<String> tags,
            @Nullable String withheld) {

        static HitJson of(Hit hit) {
            return new HitJson(
                    hit.kind(),
                    hit.circle().slug(),
                    hit.number(),
                    hit.url(),
                    pieces(hit.title()),
                    hit.mayTake() ? pieces(hit.passage()) : List.of(),
                    AuthorJson.of(hit.author()),
                    hit.at(),
                    hit.highlighted(),
                    hit.tags(),
                    hit.mayTake() ? null : "protected");
        }

        private static List<PieceJson> pieces(@Nullable Passage passage) {
            return passage == null
                    ? List.of()
                    : passage.pieces().stream()
                            .map(piece -> new PieceJson(piece.text(), piece.marked()))
                            .toList();
        }
    }

    record FacetJson(String value, long hits) {}

    record FacetsJson(
            List<FacetJson> kinds,
            List<FacetJson> tags,
            List<FacetJson> authors,
            List<FacetJson> circles,
            long highlights) {

        static FacetsJson of(Facets facets) {
            return new FacetsJson(
                    list(facets.kinds()),
                    list(facets.tags()),
                    list(facets.authors()),
                    list(facets.circles()),
                    facets.highlights());
        }

        private static List<FacetJson> list(List<Facets.Facet> facets) {
            return facets.stream()
                    .map(facet -> new FacetJson(facet.value(), facet.hits()))
                    .toList();
        }
    }

    /**
     * A page of hits.
     *
     * @param count how many hits were looked at; all there are, if {@code whole}
     * @param corrected the words that were looked for instead of misspelt ones, or null
     * @param some whether no text has all the words, and these have some
     */
    record HitsJson(
            List<HitJson> items,
            long count,
            boolean whole,
            @Nullable String corrected,
            boolean some,
            FacetsJson facets,
            @Nullable String next) {}

    record SuggestionJson(String kind, String text, String url) {}

    record SuggestionsJson(List<SuggestionJson> items) {}

    /**
     * A search in all circles of the caller.
     *
     * @param kind {@code post}, {@code comment}, {@code member} or {@code column}
     * @param time {@code week}, {@code month} or {@code year}
     * @param highlights anything for highlights only
     * @param exact anything to take words as they are typed
     */
    @GetMapping("/api/v1/search")
    HitsJson everywhere(
            Person person,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String time,
            @RequestParam(required = false) @Nullable String highlights,
            @RequestParam(required = false) @Nullable String exact,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int limit) {
        return found(
                places.of(person),
                Wish.of(new Wish.Typed(q, kind, null, null, time, highlights, null, exact, before))
                        .everywhere(),
                limit);
    }

    /**
     * A search in one circle.
     *
     * @param tag a tag's name
     * @param author a member's number
     * @param order {@code best} (at first) or {@code newest}
     */
    @GetMapping("/api/v1/circles/{slug}/search")
    HitsJson one(
            Onlooker onlooker,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String time,
            @RequestParam(required = false) @Nullable String highlights,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String exact,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int limit) {
        return found(
                scope(onlooker),
                Wish.of(new Wish.Typed(q, kind, tag, author, time, highlights, order, exact, before)),
                limit);
    }

    private static Scope scope(Onlooker onlooker) {
        if (!onlooker.mayRead()) {
            throw Refusal.notAllowed("circle.members-only");
        }
        return Scope.of(onlooker);
    }

    private HitsJson found(Scope scope, Wish wish, int limit) {
        var found = find.find(scope, wish, Math.clamp(limit, 1, MOST));
        return new HitsJson(
                hits.read(scope, found.page(), found.query()).stream()
                        .map(HitJson::of)
                        .toList(),
                found.all().size(),
                found.whole(),
                found.corrected(),
                found.some(),
                FacetsJson.of(Facets.of(scope, found.all(), tags, members)),
                found.next());
    }

    @GetMapping("/api/v1/search/suggestions")
    SuggestionsJson suggestAll(Person person, @RequestParam(defaultValue = "") String q) {
        return json(suggest.of(places.of(person), q.strip(), SearchPages.ALL));
    }

    @GetMapping("/api/v1/circles/{slug}/search/suggestions")
    SuggestionsJson suggest(Onlooker onlooker, @RequestParam(defaultValue = "") String q) {
        return json(
                suggest.of(scope(onlooker), q.strip(), "/c/" + onlooker.face().slug() + SearchPages.ALL));
    }

    private static SuggestionsJson json(List<Suggestion> all) {
        return new SuggestionsJson(all.stream()
                .map(one -> new SuggestionJson(one.kind(), one.text(), one.url()))
                .toList());
    }

    record RecentJson(List<String> items) {}

    @GetMapping("/api/v1/me/searches")
    RecentJson recent(Person person) {
        return new RecentJson(recents.of(person.account()));
    }

    @DeleteMapping("/api/v1/me/searches")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(Person person) {
        recents.clear(person.account());
    }
}
