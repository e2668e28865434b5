package app.teahouse.search;

import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Searches for tests, with the index brought up to date before. */
@Component
public class SomeSearches {
    private final Jobs jobs;
    private final Clock clock;
    private final Find find;
    private final Hits hits;
    private final Gate gate;
    private final Suggest suggest;

    SomeSearches(Jobs jobs, Clock clock, Find find, Hits hits, Gate gate, Suggest suggest) {
        this.jobs = jobs;
        this.clock = clock;
        this.find = find;
        this.hits = hits;
        this.gate = gate;
        this.suggest = suggest;
    }

    public void index() {
        jobs.run("index.changes", clock.instant());
    }

    Find.Answer find(Member member, String words) {
        return find(member, Wish.of(words));
    }

    Find.Answer find(Member member, Wish wish) {
        return find.find(Scope.of(gate.onlooker(member)), wish, Find.SIZE);
    }

    /** Titles of posts, the beginnings of comments, names of members. */
    List<String> titles(Member member, String words) {
        return titles(member, Wish.of(words));
    }

    List<String> titles(Member member, Wish wish) {
        return hits(member, wish).stream()
                .map(hit -> hit.isMember()
                        ? "@" + hit.author().name()
                        : hit.title() == null || hit.kind().equals("comment")
                                ? "> " + hit.passage().text()
                                : hit.title().text())
                .toList();
    }

    List<Hit> hits(Member member, Wish wish) {
        var found = find(member, wish);
        return hits.read(Scope.of(gate.onlooker(member)), found.page(), found.query());
    }

    List<Suggestion> suggestions(Member member, String typed) {
        return suggest.of(Scope.of(gate.onlooker(member)), typed, "/search");
    }
}
