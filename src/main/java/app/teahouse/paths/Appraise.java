package app.teahouse.paths;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates what each post is worth to a newcomer, from what the circle itself showed (docs/decisions/0102). What staff chose counts
 * most: highlights and columns. What readers did is compared with what could be expected: how many of those who opened a post came to
 * its end, drawn to the usual share where few opened it (the mean of a Beta posterior); and how much it moved people against its
 * neighbours in time, because a circle of a thousand likes more than the circle of fifty it once was. Age takes nothing from what lasts.
 */
final class Appraise {
    private static final double HIGHLIGHT = 2.0;
    private static final double COLUMN = 1.0;
    private static final double FIRST_OF_COLUMN = 0.5;
    private static final double ANSWERED = 0.8;

    private static final double USUAL_SHARE = 0.5;
    private static final double USUAL_READERS = 6;
    private static final double FINISHED = 2.5;

    private static final int NEIGHBOURS = 12;
    private static final double TALKED = 0.35;
    private static final double MOST_TALKED = 0.7;

    private static final double PLAIN = 0.5;
    private static final double PLAIN_HALF_LIFE_DAYS = 730;
    private static final double FRESH = 0.3;
    private static final double FRESH_HALF_LIFE_DAYS = 30;

    private static final double LEAST = 0.02;
    private static final double WORTH_SAYING = 0.15;

    private Appraise() {}

    static Map<Candidate, Worth> all(List<Candidate> candidates, Instant now) {
        var moved = moved(candidates);
        var worths = new HashMap<Candidate, Worth>();
        for (var candidate : candidates) {
            worths.put(candidate, one(candidate, moved.getOrDefault(candidate, 0.0), now));
        }
        return worths;
    }

    private static Worth one(Candidate post, double moved, Instant now) {
        var parts = new EnumMap<Reason, Double>(Reason.class);
        if (post.highlighted()) {
            parts.put(Reason.HIGHLIGHT, HIGHLIGHT);
        }
        var place = post.firstPlace();
        if (place != null) {
            parts.put(Reason.COLUMN, COLUMN + (place.place() == 1 ? FIRST_OF_COLUMN : 0));
        }
        if (post.answered()) {
            parts.put(Reason.ANSWERED, ANSWERED);
        }
        var share = (post.finished() + USUAL_SHARE * USUAL_READERS) / (post.readers() + USUAL_READERS);
        parts.put(Reason.FINISHED, FINISHED * (share - USUAL_SHARE));
        parts.put(Reason.TALKED, Math.clamp(TALKED * moved, -MOST_TALKED, MOST_TALKED));
        var days = Math.max(0, Duration.between(post.publishedAt(), now).toHours() / 24.0);
        parts.put(Reason.FRESH, FRESH * half(days, FRESH_HALF_LIFE_DAYS));
        var lasts = post.highlighted() || place != null || post.answered();
        var plain = PLAIN * (lasts ? 1 : half(days, PLAIN_HALF_LIFE_DAYS));
        var value =
                plain + parts.values().stream().mapToDouble(Double::doubleValue).sum();
        var reasons = parts.entrySet().stream()
                .filter(part -> part.getValue() >= WORTH_SAYING)
                .sorted(Map.Entry.<Reason, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .limit(2)
                .toList();
        return new Worth(Math.max(LEAST, value), reasons.isEmpty() ? List.of(Reason.SHORT) : reasons);
    }

    private static double half(double days, double halfLife) {
        return Math.pow(0.5, days / halfLife);
    }

    /** By how much, in natural logarithms, a post was answered and liked more than those before and after it. */
    private static Map<Candidate, Double> moved(List<Candidate> candidates) {
        var inTime = new ArrayList<>(candidates);
        inTime.sort(Comparator.comparing(Candidate::publishedAt).thenComparing(Candidate::number));
        var echoes = inTime.stream()
                .mapToDouble(post -> Math.log1p(post.reactions() + 2.0 * post.comments()))
                .toArray();
        var moved = new HashMap<Candidate, Double>();
        for (var i = 0; i < echoes.length; i++) {
            var from = Math.max(0, i - NEIGHBOURS);
            var to = Math.min(echoes.length, i + NEIGHBOURS + 1);
            var sum = 0.0;
            for (var j = from; j < to; j++) {
                sum += j == i ? 0 : echoes[j];
            }
            moved.put(inTime.get(i), to - from > 1 ? echoes[i] - sum / (to - from - 1) : 0.0);
        }
        return moved;
    }
}
