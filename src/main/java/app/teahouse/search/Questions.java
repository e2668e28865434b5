package app.teahouse.search;

import app.teahouse.index.Lexemes;
import app.teahouse.index.Vocabulary.Counts;
import app.teahouse.kernel.CircleId;
import app.teahouse.search.Candidates.Ask;
import app.teahouse.search.Candidates.Place;
import app.teahouse.search.Candidates.Weighed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what somebody looks for as questions to circles: in each one's letters, and about as much of it as promises enough hits. */
final class Questions {
    /** So many hits are looked at before the best are shown; of words with fewer, all are. */
    private static final int WANTED = 120;

    /** Of many circles, each has fewer. */
    private static final int WANTED_OF_ALL = 240;

    private final Scope scope;
    private final Wish wish;
    private final Repair.Meant meant;
    private final List<Term> facts;
    private final Map<CircleId, Counts> counts;
    private final List<Term> words = new ArrayList<>();

    Questions(Scope scope, Wish wish, Repair.Meant meant, List<Term> facts, Map<CircleId, Counts> counts) {
        this.scope = scope;
        this.wish = wish;
        this.meant = meant;
        this.facts = facts;
        this.counts = counts;
        meant.query().parts().forEach(part -> words.add(part.term()));
        words.addAll(meant.query().nice());
    }

    Scope scope() {
        return scope;
    }

    Wish wish() {
        return wish;
    }

    Repair.Meant meant() {
        return meant;
    }

    /** How many words must be there, unless hits have some of them only; they are the first of those that are weighed. */
    int musts() {
        return meant.query().parts().size();
    }

    /** Rare words say more; ten times the logarithm, as a whole number that fits into an address. */
    List<Integer> weights() {
        var documents = counts.values().stream().mapToLong(Counts::documents).sum();
        var found = new ArrayList<Integer>();
        for (var word : words) {
            var having = counts.values().stream().mapToLong(word::documents).sum();
            var weight = 10 * Math.log(1 + (documents + 1.0) / (having + 1.0));
            found.add((int) Math.round(found.size() < musts() ? weight : weight * 0.3));
        }
        return found;
    }

    boolean isUsed(int word) {
        return counts.values().stream().anyMatch(its -> words.get(word).documents(its) > 0);
    }

    /** Which part of each circle is looked at; circles that have nothing of it are left out. */
    Map<CircleId, Range> ranges(boolean some, Place place, @Nullable Mark mark) {
        var ranges = new HashMap<CircleId, Range>();
        counts.forEach((circle, its) -> {
            if (must(some).documents(its) > 0) {
                ranges.put(circle, range(its, some, place, mark));
            }
        });
        return ranges;
    }

    private Range range(Counts its, boolean some, Place place, @Nullable Mark mark) {
        if (mark != null && scope.isOneCircle() && !wish.newest()) {
            return new Range(mark.from());
        }
        var wanted = scope.isOneCircle() ? WANTED : Math.max(Find.SIZE, WANTED_OF_ALL / counts.size());
        var most = must(some).documents(its);
        return Range.promising(expected(its, some), wanted, its.lastNumber(), top(its, place))
                .unlessDear(Math.sqrt(expected(its, some) * most), top(its, place));
    }

    /** As if words had nothing to do with each other: they have, so there are rather more. */
    private double expected(Counts its, boolean some) {
        if (some) {
            return must(true).documents(its);
        }
        var expected = (double) its.documents();
        for (var part : meant.query().parts()) {
            expected *= Math.min(1, (double) part.term().documents(its) / its.documents());
        }
        for (var fact : facts) {
            expected *= Math.min(1, (double) fact.documents(its) / its.documents());
        }
        return expected;
    }

    Range wider(CircleId circle, Range range, Place place) {
        return range.wider(top(counts(circle), place));
    }

    private static long top(Counts its, Place place) {
        return Math.min(its.lastNumber(), place.number());
    }

    private Counts counts(CircleId circle) {
        return Objects.requireNonNull(counts.get(circle));
    }

    private Term must(boolean some) {
        var parts = meant.query().parts().stream().map(Query.Part::term).toList();
        var all = some ? Term.any(parts) : Term.all(parts);
        return all.and(facts);
    }

    List<Ask> asks(Map<CircleId, Range> ranges, boolean some, Place place) {
        var asks = new ArrayList<Ask>();
        ranges.forEach((circle, range) -> asks.add(ask(circle, range, some, place)));
        return asks;
    }

    private Ask ask(CircleId circle, Range range, boolean some, Place place) {
        var code = Lexemes.code(circle);
        var its = counts(circle);
        var must = must(some).used(its);
        var blocks = range.blocks(top(its, place));
        if (blocks == null) {
            return new Ask(circle, must.query(code), null, null, 0);
        }
        var near = must.and(List.of(blocks)).query(code);
        var titled = must.titled();
        if (wish.newest() || some || titled.documents(its) == 0) {
            return new Ask(circle, near, null, null, range.from());
        }
        return new Ask(circle, near, titled(its, code), named(its, code), range.from());
    }

    /** What has the words in its title is worth finding however old it is. */
    private String titled(Counts its, String code) {
        var titled = must(false).titled().used(its);
        var blocks = Range.promising(
                        (double) titled.documents(its), Candidates.MOST_TITLED, its.lastNumber(), its.lastNumber())
                .blocks(its.lastNumber());
        return (blocks == null ? titled : titled.and(List.of(blocks))).query(code);
    }

    private String named(Counts its, String code) {
        return must(false)
                .titled()
                .used(its)
                .and(List.of(Term.any(List.of(Term.one(Lexemes.kind("member")), Term.one(Lexemes.kind("column"))))))
                .query(code);
    }

    /** Codes differ by circle, so the words that are weighed stand there for each circle that is asked. */
    List<Weighed> weighed(List<Integer> weights) {
        if (wish.newest()) {
            return List.of();
        }
        var weighed = new ArrayList<Weighed>();
        for (var i = 0; i < words.size(); i++) {
            for (var circle : counts.keySet()) {
                var its = counts(circle);
                if (words.get(i).documents(its) > 0) {
                    var query = words.get(i).used(its).query(Lexemes.code(circle));
                    weighed.add(new Weighed(circle, query, weights.get(i) / 100.0, i < musts()));
                }
            }
        }
        return weighed;
    }
}
