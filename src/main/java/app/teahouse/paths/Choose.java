package app.teahouse.paths;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the posts that make the most of a newcomer's minutes: again and again the one that adds most per minute, if it still fits.
 * What it adds shrinks with every post chosen before that has the same author or tag, so that the path shows the circle's breadth. The
 * gain is monotone and submodular, and for such gains under a budget this greedy choice is a known good one (Lin and Bilmes, "Multi-document
 * Summarization via Budgeted Maximization of Submodular Functions", NAACL 2010, after Khuller, Moss and Naor, 1999).
 */
final class Choose {
    /** What it costs to turn to another post and look at what was said below it, in minutes. */
    static final int TURNING = 1;

    /** So many that have something to say for themselves are enough to leave out what is merely short. */
    private static final int ENOUGH = 5;

    /** A post of nine minutes is worth more than one of one minute, but not nine times: minutes to this power. */
    private static final double SUBSTANCE = 0.8;

    private static final double SAME_AUTHOR = 0.93;
    private static final double SAME_TAG = 0.9;

    private Choose() {}

    /** A post that was chosen, and why. */
    record Chosen(Candidate post, List<Reason> reasons) {}

    /**
     * In the order in which they are read: what stands in one column stays together and in its order, the most worth first.
     *
     * @param minutes how many there are, with one for each post to turn to it
     * @param kept what stands in the path already, so that more of its kind adds less; its minutes are not counted here
     */
    static List<Chosen> within(int minutes, Map<Candidate, Worth> worths, List<Candidate> kept) {
        var left = minutes;
        var crowd = new Crowd(kept);
        var open = open(worths);
        var chosen = new ArrayList<Candidate>();
        var best = best(left, open, crowd);
        while (best != null) {
            open.remove(best);
            crowd.add(best.post());
            chosen.add(best.post());
            left -= cost(best.post());
            best = best(left, open, crowd);
        }
        return inOrder(chosen, worths);
    }

    /** The one that adds most per minute, if any fits. */
    static Optional<Chosen> best(int minutes, Map<Candidate, Worth> worths, List<Candidate> kept) {
        return Optional.ofNullable(best(minutes, open(worths), new Crowd(kept)))
                .map(best -> chosen(best.post(), worths));
    }

    private static Chosen chosen(Candidate post, Map<Candidate, Worth> worths) {
        return new Chosen(post, worth(post, worths).reasons());
    }

    private static Worth worth(Candidate post, Map<Candidate, Worth> worths) {
        return Objects.requireNonNull(worths.get(post));
    }

    /** @param rate what it adds per minute if nothing of its kind is in yet */
    private record Open(Candidate post, double rate) {}

    /** The youngest first, so that of two alike it is taken. */
    private static List<Open> open(Map<Candidate, Worth> worths) {
        var good = worths.values().stream().filter(Choose::isGood).count();
        var open = new ArrayList<Open>();
        worths.forEach((post, worth) -> {
            if (good < ENOUGH || isGood(worth)) {
                open.add(new Open(post, worth.value() * density(post)));
            }
        });
        open.sort(Comparator.comparing((Open one) -> one.post().number()).reversed());
        return open;
    }

    private static @Nullable Open best(int left, List<Open> open, Crowd crowd) {
        Open best = null;
        var most = 0.0;
        for (var one : open) {
            if (cost(one.post()) <= left && one.rate() > most) {
                var rate = one.rate() * crowd.share(one.post());
                if (rate > most) {
                    most = rate;
                    best = one;
                }
            }
        }
        return best;
    }

    private static boolean isGood(Worth worth) {
        return !worth.reasons().equals(List.of(Reason.SHORT));
    }

    static int cost(Candidate post) {
        return post.minutes() + TURNING;
    }

    private static double density(Candidate post) {
        return Math.pow(post.minutes(), SUBSTANCE) / cost(post);
    }

    private static List<Chosen> inOrder(List<Candidate> chosen, Map<Candidate, Worth> worths) {
        var groups = new LinkedHashMap<Object, List<Candidate>>();
        for (var post : chosen) {
            var place = post.firstPlace();
            groups.computeIfAbsent(place == null ? post : place.column(), _ -> new ArrayList<>())
                    .add(post);
        }
        return groups.values().stream()
                .sorted(Comparator.comparingDouble((List<Candidate> group) -> -value(group, worths)))
                .flatMap(group -> group.size() == 1 ? group.stream() : byPlace(group))
                .map(post -> chosen(post, worths))
                .toList();
    }

    private static double value(List<Candidate> group, Map<Candidate, Worth> worths) {
        return group.stream()
                .mapToDouble(post -> worth(post, worths).value())
                .average()
                .orElse(0);
    }

    private static Stream<Candidate> byPlace(List<Candidate> group) {
        return group.stream()
                .sorted(Comparator.comparingInt(
                        post -> Objects.requireNonNull(post.firstPlace()).place()));
    }

    /** How many of each author and tag are in already. */
    private static final class Crowd {
        private final Map<Object, Integer> counts = new HashMap<>();

        Crowd(List<Candidate> first) {
            first.forEach(this::add);
        }

        void add(Candidate post) {
            counts.merge(post.author(), 1, Integer::sum);
            post.tags().forEach(tag -> counts.merge(tag, 1, Integer::sum));
        }

        double share(Candidate post) {
            var tags = post.tags().stream()
                    .mapToInt(tag -> counts.getOrDefault(tag, 0))
                    .max()
                    .orElse(0);
            return Math.pow(SAME_AUTHOR, counts.getOrDefault(post.author(), 0)) * Math.pow(SAME_TAG, tags);
        }
    }
}
