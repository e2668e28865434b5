package app.teahouse.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** That a path is worth more of a newcomer's time than the latest posts or the most liked, on a labelled archive. */
class LabelledTest {
    private static final int SEEDS = 10;

    private record Means(double path, double latest, double liked, double best) {}

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 60})
    void it_beats_the_latest_and_the_most_liked_where_staff_curate(int minutes) throws IOException {
        var means = means(minutes, true, true);

        assertThat(means.path()).isGreaterThan(1.6 * means.liked()).isGreaterThan(1.7 * means.latest());
        assertThat(means.path()).as("of the best there is").isGreaterThan(0.6 * means.best());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 60})
    void it_beats_them_where_nobody_curates(int minutes) throws IOException {
        var means = means(minutes, false, true);

        assertThat(means.path()).isGreaterThan(1.35 * means.liked()).isGreaterThan(1.35 * means.latest());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 60})
    void before_anybody_read_anything_it_is_as_good_as_the_latest(int minutes) throws IOException {
        var means = means(minutes, false, false);

        assertThat(means.path()).isGreaterThan(0.9 * means.latest());
    }

    @Test
    void it_fills_its_time_and_never_more() throws IOException {
        for (var minutes : new int[] {10, 30, 60}) {
            var chosen = path(Labelled.weekly(7, true, true), minutes);

            assertThat(chosen.stream().mapToInt(Choose::cost).sum()).isBetween(minutes - 1, minutes);
            assertThat(chosen).doesNotHaveDuplicates();
        }
    }

    private static Means means(int minutes, boolean curated, boolean read) throws IOException {
        var sums = new double[4];
        for (var seed = 1; seed <= SEEDS; seed++) {
            var weekly = Labelled.weekly(seed, curated, read);
            sums[0] += weekly.worth(path(weekly, minutes), minutes);
            sums[1] += weekly.worth(
                    fill(weekly, Comparator.comparing(Candidate::number).reversed(), minutes), minutes);
            sums[2] += weekly.worth(
                    fill(weekly, Comparator.comparing(Candidate::reactions).reversed(), minutes), minutes);
            sums[3] += weekly.worth(fill(weekly, Comparator.comparing(post -> -weekly.grade(post)), minutes), minutes);
        }
        var means = new Means(sums[0] / SEEDS, sums[1] / SEEDS, sums[2] / SEEDS, sums[3] / SEEDS);
        LoggerFactory.getLogger(LabelledTest.class)
                .info("{} minutes, curated {}, read {}: mean grade of a minute {}", minutes, curated, read, means);
        return means;
    }

    private static List<Candidate> path(Labelled weekly, int minutes) {
        var worths = Appraise.all(weekly.candidates(), weekly.now());
        return Choose.within(minutes, worths, List.of()).stream()
                .map(Choose.Chosen::post)
                .toList();
    }

    /** In that order, what still fits. */
    private static List<Candidate> fill(Labelled weekly, Comparator<Candidate> order, int minutes) {
        var filled = new ArrayList<Candidate>();
        var left = minutes;
        for (var post : weekly.candidates().stream().sorted(order).toList()) {
            if (Choose.cost(post) <= left) {
                filled.add(post);
                left -= Choose.cost(post);
            }
        }
        return filled;
    }
}
