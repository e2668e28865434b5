package app.teahouse.search;

import app.teahouse.kernel.CircleId;
import app.teahouse.search.Candidates.Place;
import app.teahouse.search.Find.Answer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One search on its way: asks, goes further back or asks for some of the words where that was nothing, and cuts out the page. */
final class Search {
    /** A hit with some of the words has at least this much of their weight. */
    private static final double SOME = 0.45;

    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingLong(Scored::score)
            .thenComparing(scored -> scored.hit().id(), Candidates::compare)
            .reversed();

    private final Candidates candidates;
    private final Questions questions;
    private final int size;
    private final @Nullable Mark mark;
    private final List<Integer> weights;
    private final Place place;
    private boolean some;

    Search(Candidates candidates, Questions questions, int size, @Nullable Mark mark, Instant asOf) {
        this.candidates = candidates;
        this.questions = questions;
        this.size = size;
        this.mark = mark;
        var weights = questions.weights();
        this.weights = mark != null && mark.weights().size() == weights.size() ? mark.weights() : weights;
        this.some = mark != null && mark.some();
        this.place = mark != null && isByNumber() ? new Place(asOf, mark.score(), mark.id()) : Place.start(asOf);
    }

    private boolean isByNumber() {
        return questions.wish().newest();
    }

    private record Scored(Candidate hit, long score) {}

    private record Asked(
            List<Candidate> hits,
            Map<CircleId, Range> ranges,
            boolean whole,
            @Nullable Place last) {}

    Answer run() {
        var found = ask();
        if (found.hits().isEmpty()
                && mark == null
                && questions.musts() > 1
                && !questions.wish().exact()) {
            some = true;
            found = ask();
        }
        return answer(found);
    }

    /** Begins with the newest part of circles where that promises enough, and goes further back where it does not keep it. */
    private Asked ask() {
        var ranges = questions.ranges(some, place, mark);
        while (true) {
            var asked = ask(ranges);
            var enough = asked.hits().size() > size || ranges.values().stream().allMatch(Range::isWhole);
            if (enough || (mark != null && !isByNumber())) {
                return asked;
            }
            ranges.replaceAll((circle, range) -> questions.wider(circle, range, place));
        }
    }

    private Asked ask(Map<CircleId, Range> ranges) {
        var asks = questions.asks(ranges, some, place);
        if (asks.isEmpty()) {
            return new Asked(List.of(), ranges, true, null);
        }
        var scope = questions.scope();
        var most = scope.isOneCircle() ? Candidates.MOST : Math.max(Find.SIZE * 2, Candidates.MOST * 2 / asks.size());
        var found = candidates.find(scope, new Candidates.Asked(asks, questions.weighed(weights), some, place, most));
        var since = questions.wish().since(place.asOf());
        var enough = enough();
        var hits = found.seen().stream()
                .filter(hit -> since == null || !hit.at().isBefore(since))
                .filter(hit -> !some || isByNumber() || hit.matched() * 100 >= enough)
                .map(hit -> new Scored(hit, isByNumber() ? hit.number() : hit.score(place.asOf())))
                .sorted(BEST_FIRST)
                .map(Scored::hit)
                .toList();
        var whole = !found.full() && ranges.values().stream().allMatch(Range::isWhole);
        return new Asked(hits, ranges, whole, found.last());
    }

    /** Words that nobody uses are no reason to leave out what has the others. */
    private double enough() {
        var all = 0;
        for (var i = 0; i < questions.musts(); i++) {
            all += questions.isUsed(i) ? weights.get(i) : 0;
        }
        return all * SOME;
    }

    private Answer answer(Asked asked) {
        var rest = asked.hits();
        var begun = mark;
        if (begun != null && !isByNumber()) {
            rest = rest.stream().filter(hit -> follows(hit, begun)).toList();
        }
        var page = rest.stream().limit(size).toList();
        // A correction comes from words that the asker may not be allowed to read; hits were asked whether they are.
        var corrected = asked.hits().isEmpty() ? null : questions.meant().corrected();
        return new Answer(
                questions.meant().query(), asked.hits(), page, asked.whole(), corrected, some, next(asked, rest, page));
    }

    private boolean follows(Candidate hit, Mark begun) {
        var score = hit.score(place.asOf());
        return score < begun.score() || (score == begun.score() && Candidates.compare(hit.id(), begun.id()) < 0);
    }

    private @Nullable String next(Asked asked, List<Candidate> rest, List<Candidate> page) {
        var from = asked.ranges().values().stream().mapToLong(Range::from).max().orElse(0);
        if (rest.size() > page.size()) {
            var last = page.getLast();
            var score = isByNumber() ? last.number() : last.score(place.asOf());
            return new Mark(place.asOf(), some, from, weights, score, last.id()).write();
        }
        var end = asked.last();
        if (isByNumber() && !asked.whole() && end != null) {
            return new Mark(place.asOf(), some, from, weights, end.number(), end.id()).write();
        }
        return null;
    }
}
