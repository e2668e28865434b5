package app.teahouse.search;

import app.teahouse.index.Lexemes;
import app.teahouse.index.Vocabulary;
import app.teahouse.index.Vocabulary.Counts;
import app.teahouse.kernel.CircleId;
import app.teahouse.members.Members;
import app.teahouse.search.Candidates.Ask;
import app.teahouse.search.Candidates.Place;
import app.teahouse.search.Candidates.Weighed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what somebody looks for: understands the words, chooses which part of a circle to look at, asks once, and where that was nothing
 * tries what may have been meant, or some of the words.
 */
@Component
class Find {
    static final int SIZE = 20;

    /** So many hits are looked at before the best are shown; of words with fewer, all are. */
    private static final int WANTED = 120;

    /** Of many circles, each has fewer. */
    private static final int WANTED_OF_ALL = 240;

    /** A hit with some of the words has at least this much of their weight. */
    private static final double SOME = 0.45;

    private final Vocabulary vocabulary;
    private final Dictionaries dictionaries;
    private final Repair repair;
    private final Candidates candidates;
    private final Members members;
    private final Clock clock;

    Find(
            Vocabulary vocabulary,
            Dictionaries dictionaries,
            Repair repair,
            Candidates candidates,
            Members members,
            Clock clock) {
        this.vocabulary = vocabulary;
        this.dictionaries = dictionaries;
        this.repair = repair;
        this.candidates = candidates;
        this.members = members;
        this.clock = clock;
    }

    /**
     * What was found, before anybody reads the texts.
     *
     * @param all the hits that were looked at, best first; facets count them
     * @param page those of this page
     * @param whole whether these are all there are
     * @param corrected how the words would have been typed
     * @param some whether hits have some of the words only
     */
    record Answer(
            Query query,
            List<Candidate> all,
            List<Candidate> page,
            boolean whole,
            @Nullable String corrected,
            boolean some,
            @Nullable String next) {}

    Answer find(Scope scope, Wish wish, int size) {
        var mark = Mark.read(wish.before());
        var dictionary = scope.isOneCircle() ? dictionaries.of(scope.ids().getFirst()) : Dictionary.NONE;
        var query = ReadQuery.of(wish.words(), dictionary);
        var facts = facts(scope, wish);
        if (query.isEmpty() || scope.circles().isEmpty() || facts == null) {
            return new Answer(query, List.of(), List.of(), true, null, false, null);
        }
        var lexemes = new LinkedHashSet<>(query.lexemes());
        facts.forEach(fact -> lexemes.addAll(fact.lexemes()));
        var counts = vocabulary.counts(scope.ids(), lexemes);
        var meant = wish.exact() ? new Repair.Meant(query, null) : repair.of(query, counts);
        if (!meant.query().equals(query)) {
            lexemes.addAll(meant.query().lexemes());
            counts = vocabulary.counts(scope.ids(), lexemes);
        }
        return new Search(scope, wish, size, mark, meant, facts, counts).run();
    }

    /** The facets that were chosen, as terms; null where one of them is nobody's. */
    private @Nullable List<Term> facts(Scope scope, Wish wish) {
        var facts = new ArrayList<Term>();
        if (!wish.kind().isEmpty()) {
            facts.add(Term.one(Lexemes.kind(wish.kind())));
        }
        if (wish.highlights()) {
            facts.add(Term.one(Lexemes.highlighted()));
        }
        if (scope.isOneCircle() && !wish.tag().isEmpty()) {
            var tag = dictionaries.tag(scope.ids().getFirst(), wish.tag());
            if (tag == null) {
                return null;
            }
            facts.add(Term.one(Lexemes.tag(tag)));
        }
        if (scope.isOneCircle() && wish.author() > 0) {
            var author = members.numbered(scope.ids().getFirst(), wish.author());
            if (author.isEmpty()) {
                return null;
            }
            facts.add(Term.one(Lexemes.author(author.get().account().value())));
        }
        return facts;
    }

    /** One question on its way. */
    private final class Search {
        private final Scope scope;
        private final Wish wish;
        private final int size;
        private final @Nullable Mark mark;
        private final Repair.Meant meant;
        private final List<Term> facts;
        private final Map<CircleId, Counts> counts;
        private final Place place;
        private final List<Term> words = new ArrayList<>();
        private final List<Integer> weights;
        private boolean some;

        Search(
                Scope scope,
                Wish wish,
                int size,
                @Nullable Mark mark,
                Repair.Meant meant,
                List<Term> facts,
                Map<CircleId, Counts> counts) {
            this.scope = scope;
            this.wish = wish;
            this.size = size;
            this.mark = mark;
            this.meant = meant;
            this.facts = facts;
            this.counts = counts;
            meant.query().parts().forEach(part -> words.add(part.term()));
            var musts = words.size();
            words.addAll(meant.query().nice());
            this.weights = mark != null && mark.weights().size() == words.size() ? mark.weights() : weights(musts);
            this.some = mark != null && mark.some();
            var asOf = mark == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : mark.asOf();
            this.place = mark != null && wish.newest() ? new Place(asOf, mark.score(), mark.id()) : Place.start(asOf);
        }

        /** Rare words say more; ten times the logarithm, as a whole number that fits into an address. */
        private List<Integer> weights(int musts) {
            var documents =
                    counts.values().stream().mapToLong(Counts::documents).sum();
            var found = new ArrayList<Integer>();
            for (var word : words) {
                var having = counts.values().stream().mapToLong(word::documents).sum();
                var weight = 10 * Math.log(1 + (documents + 1.0) / (having + 1.0));
                found.add((int) Math.round(found.size() < musts ? weight : weight * 0.3));
            }
            return found;
        }

        Answer run() {
            var found = ask();
            if (found.hits().isEmpty() && mark == null && meant.query().parts().size() > 1 && !wish.exact()) {
                some = true;
                found = ask();
            }
            return answer(found);
        }

        private record Asked(
                List<Candidate> hits,
                Map<CircleId, Range> ranges,
                boolean whole,
                @Nullable Place last) {}

        /** Begins with the newest part of circles where that promises enough, and goes further back where it does not keep it. */
        private Asked ask() {
            var ranges = new HashMap<CircleId, Range>();
            counts.forEach((circle, its) -> {
                var range = range(its);
                if (range != null) {
                    ranges.put(circle, range);
                }
            });
            while (true) {
                var asked = ask(ranges);
                var enough =
                        asked.hits().size() > size || ranges.values().stream().allMatch(Range::isWhole);
                if (enough || (mark != null && !wish.newest())) {
                    return asked;
                }
                ranges.replaceAll((circle, range) -> range.wider(top(counts(circle))));
            }
        }

        private Counts counts(CircleId circle) {
            return Objects.requireNonNull(counts.get(circle));
        }

        /** Null where the circle has nothing of it. */
        private @Nullable Range range(Counts its) {
            if (must().documents(its) == 0) {
                return null;
            }
            if (mark != null && scope.isOneCircle() && !wish.newest()) {
                return new Range(mark.from());
            }
            var wanted = scope.isOneCircle() ? WANTED : Math.max(SIZE, WANTED_OF_ALL / counts.size());
            return Range.promising(expected(its), wanted, its.lastNumber(), top(its));
        }

        /** As if words had nothing to do with each other: they have, so there are rather more. */
        private double expected(Counts its) {
            if (some) {
                return must().documents(its);
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

        private long top(Counts its) {
            return Math.min(its.lastNumber(), place.number());
        }

        private Term must() {
            var parts = meant.query().parts().stream().map(Query.Part::term).toList();
            var all = some ? Term.any(parts) : Term.all(parts);
            return all.and(facts);
        }

        private Asked ask(Map<CircleId, Range> ranges) {
            var asks = new ArrayList<Ask>();
            ranges.forEach((circle, range) -> asks.add(ask(circle, range)));
            if (asks.isEmpty()) {
                return new Asked(List.of(), ranges, true, null);
            }
            var most = scope.isOneCircle() ? Candidates.MOST : Math.max(SIZE * 2, Candidates.MOST * 2 / asks.size());
            var found = candidates.find(scope, asks, weighed(), some, place, most);
            var since = wish.since(place.asOf());
            var hits = found.seen().stream()
                    .filter(hit -> since == null || !hit.at().isBefore(since))
                    .filter(this::hasEnough)
                    .sorted(order())
                    .toList();
            var whole = !found.full() && ranges.values().stream().allMatch(Range::isWhole);
            return new Asked(hits, ranges, whole, found.last());
        }

        private Ask ask(CircleId circle, Range range) {
            var code = Lexemes.code(circle);
            var must = must();
            var blocks = range.blocks(top(counts(circle)));
            if (blocks == null) {
                return new Ask(circle, must.query(code), null, null, 0);
            }
            var near = must.and(List.of(blocks)).query(code);
            if (wish.newest() || some) {
                return new Ask(circle, near, null, null, range.from());
            }
            return new Ask(circle, near, titled(circle, code), named(code), range.from());
        }

        /** What has the words in its title is worth finding however old it is. */
        private String titled(CircleId circle, String code) {
            var its = counts(circle);
            var titled = must().titled();
            var blocks = Range.promising(
                            (double) titled.documents(its), Candidates.MOST, its.lastNumber(), its.lastNumber())
                    .blocks(its.lastNumber());
            return (blocks == null ? titled : titled.and(List.of(blocks))).query(code);
        }

        private String named(String code) {
            return must().titled()
                    .and(List.of(Term.any(List.of(Term.one(Lexemes.kind("member")), Term.one(Lexemes.kind("column"))))))
                    .query(code);
        }

        /** Codes differ by circle, so the words that are weighed stand there for each circle that is asked. */
        private List<Weighed> weighed() {
            if (wish.newest()) {
                return List.of();
            }
            var weighed = new ArrayList<Weighed>();
            var musts = meant.query().parts().size();
            for (var i = 0; i < words.size(); i++) {
                for (var circle : counts.keySet()) {
                    if (words.get(i).documents(counts(circle)) > 0) {
                        weighed.add(new Weighed(
                                circle, words.get(i).query(Lexemes.code(circle)), weights.get(i) / 100.0, i < musts));
                    }
                }
            }
            return weighed;
        }

        /** Words that nobody uses are no reason to leave out what has the others. */
        private boolean hasEnough(Candidate hit) {
            if (!some || wish.newest()) {
                return true;
            }
            var all = 0;
            for (var i = 0; i < meant.query().parts().size(); i++) {
                var word = words.get(i);
                all += counts.values().stream().anyMatch(its -> word.documents(its) > 0) ? weights.get(i) : 0;
            }
            return hit.matched() * 100 >= all * SOME;
        }

        private Comparator<Candidate> order() {
            Comparator<Candidate> byScore = wish.newest()
                    ? Comparator.comparingLong(Candidate::number)
                    : Comparator.comparingLong(hit -> hit.score(place.asOf()));
            return byScore.thenComparing(Candidate::id, Candidates::compare).reversed();
        }

        private Answer answer(Asked asked) {
            var rest = asked.hits();
            var begun = mark;
            if (begun != null && !wish.newest()) {
                rest = rest.stream().filter(hit -> follows(hit, begun)).toList();
            }
            var page = rest.stream().limit(size).toList();
            // A correction comes from words that the asker may not be allowed to read; hits were asked whether they
            // are.
            var corrected = asked.hits().isEmpty() ? null : meant.corrected();
            return new Answer(
                    meant.query(), asked.hits(), page, asked.whole(), corrected, some, next(asked, rest, page));
        }

        private boolean follows(Candidate hit, Mark begun) {
            var score = hit.score(place.asOf());
            return score < begun.score() || (score == begun.score() && Candidates.compare(hit.id(), begun.id()) < 0);
        }

        private @Nullable String next(Asked asked, List<Candidate> rest, List<Candidate> page) {
            var from = asked.ranges().values().stream()
                    .mapToLong(Range::from)
                    .max()
                    .orElse(0);
            if (rest.size() > page.size()) {
                var last = page.getLast();
                var score = wish.newest() ? last.number() : last.score(place.asOf());
                return new Mark(place.asOf(), some, from, weights, score, last.id()).write();
            }
            var end = asked.last();
            if (wish.newest() && !asked.whole() && end != null) {
                return new Mark(place.asOf(), some, from, weights, end.number(), end.id()).write();
            }
            return null;
        }
    }
}
