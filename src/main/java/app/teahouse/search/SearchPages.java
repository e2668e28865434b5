package app.teahouse.search;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.members.Members;
import app.teahouse.tags.TagShelf;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching in a circle, or in all of one's circles. {@link SearchApi} is the other door. */
@Controller
class SearchPages {
    static final String ALL = "/search";
    private static final Pattern OF_CIRCLE = Pattern.compile("/c/[a-z0-9-]+/search");

    private final Find find;
    private final Hits hits;
    private final MyPlaces places;
    private final Recents recents;
    private final Suggest suggest;
    private final TagShelf tags;
    private final Members members;
    private final Templates templates;

    SearchPages(
            Find find,
            Hits hits,
            MyPlaces places,
            Recents recents,
            Suggest suggest,
            TagShelf tags,
            Members members,
            Templates templates) {
        this.find = find;
        this.hits = hits;
        this.places = places;
        this.recents = recents;
        this.suggest = suggest;
        this.tags = tags;
        this.members = members;
        this.templates = templates;
    }

    @GetMapping(ALL)
    Page all(Person person, @RequestParam Map<String, String> asked, Frame frame) {
        var wish = Wish.of(asked).everywhere();
        return page(places.of(person), wish, ALL, null, frame);
    }

    /** Who may not read the circle's posts is led to the page that introduces it. */
    @GetMapping("/c/{slug}/search")
    Page circle(Onlooker onlooker, @RequestParam Map<String, String> asked, Frame frame) {
        if (!onlooker.mayRead()) {
            return Page.to("/c/" + onlooker.face().slug() + "/about");
        }
        var url = "/c/" + onlooker.face().slug() + ALL;
        return page(Scope.of(onlooker), Wish.of(asked), url, onlooker.face(), frame);
    }

    private Page page(Scope scope, Wish wish, String url, @Nullable Face circle, Frame frame) {
        var something = !wish.words().isEmpty();
        var found = find.find(scope, wish, Find.SIZE);
        var account = scope.account();
        if (account != null
                && something
                && wish.before() == null
                && !found.page().isEmpty()) {
            recents.note(account, wish.words());
        }
        var view = new SearchView(
                url,
                circle,
                address(wish),
                hits.read(scope, found.page(), found.query()),
                Facets.of(scope, found.all(), tags, members),
                found.all().size(),
                found.whole(),
                found.corrected(),
                found.some(),
                something || account == null ? List.of() : recents.of(account),
                account != null,
                found.next() == null ? null : SearchView.address(url, address(wish.before(found.next()))));
        return Page.of(templates.searchSearch(frame, view));
    }

    private static Map<String, String> address(Wish wish) {
        var address = new LinkedHashMap<String, String>();
        put(address, "q", wish.words());
        put(address, "kind", wish.kind());
        put(address, "tag", wish.tag());
        put(address, "author", wish.author() == 0 ? "" : String.valueOf(wish.author()));
        put(address, "time", wish.time());
        put(address, "highlights", wish.highlights() ? "1" : "");
        put(address, "order", wish.newest() ? "newest" : "");
        put(address, "exact", wish.exact() ? "1" : "");
        put(address, "before", wish.before() == null ? "" : wish.before());
        return address;
    }

    private static void put(Map<String, String> address, String name, String value) {
        if (!value.isEmpty()) {
            address.put(name, value);
        }
    }

    @GetMapping("/search/suggestions")
    Page suggestions(Person person, @RequestParam(defaultValue = "") String q, Frame frame) {
        return Page.of(templates.searchSuggestions(frame, suggest.of(places.of(person), q.strip(), ALL)));
    }

    @GetMapping("/c/{slug}/search/suggestions")
    Page suggestions(Onlooker onlooker, @RequestParam(defaultValue = "") String q, Frame frame) {
        var url = "/c/" + onlooker.face().slug() + ALL;
        var all = onlooker.mayRead() ? suggest.of(Scope.of(onlooker), q.strip(), url) : List.<Suggestion>of();
        return Page.of(templates.searchSuggestions(frame, all));
    }

    @PostMapping("/search/recent/removal")
    Page clear(Person person, @RequestParam(defaultValue = ALL) String back) {
        recents.clear(person.account());
        return Page.to(OF_CIRCLE.matcher(back).matches() ? back : ALL).saying("search.recent.cleared");
    }
}
