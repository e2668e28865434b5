package app.teahouse.paths;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A weekly newsletter as a circle, with labels of what its parts are worth today ({@code paths/weekly.csv}), and readers made up over it
 * from a seed. What readers do follows the labels only loosely: they like what was the talk of its week far more than what lasts, there are ever
 * more of them, short posts are finished more often, and the staff highlight some of the good and some of the loud.
 *
 * @param candidates the posts with what readers did
 * @param grades by post: 0 nothing to a newcomer, to 3, not to be missed
 */
record Labelled(List<Candidate> candidates, Map<UUID, Integer> grades, Instant now) {
    private static final int MEMBERS_AT_FIRST = 60;
    private static final int MEMBERS_AT_LAST = 1500;

    /** How often the staff highlight a part of each grade, and how much more often if it was loud. */
    private static final double[] HIGHLIGHTED = {0.003, 0.015, 0.08, 0.25};

    private static final double LOUDER = 0.02;

    private record Line(LocalDate published, String kind, String theme, int minutes, int grade, int heat) {}

    /**
     * @param curated whether there are staff who highlight and arrange columns
     * @param read whether anybody ever read anything
     */
    static Labelled weekly(long seed, boolean curated, boolean read) throws IOException {
        var random = new Random(seed);
        var lines = lines();
        var candidates = new ArrayList<Candidate>();
        var grades = new HashMap<UUID, Integer>();
        var inColumn = new HashMap<String, Integer>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var post = new UUID(random.nextLong(), random.nextLong());
            var members = MEMBERS_AT_FIRST + (MEMBERS_AT_LAST - MEMBERS_AT_FIRST) * i / lines.size();
            var readers = read ? Math.round(members * (0.15 + 0.1 * line.heat() + 0.15 * random.nextDouble())) : 0;
            var finishing = Math.clamp(
                    0.75 - 0.05 * line.minutes() + 0.06 * line.grade() + 0.12 * random.nextGaussian(), 0.05, 0.97);
            var liking =
                    Math.clamp(0.01 + 0.03 * line.heat() + 0.01 * line.grade() + 0.015 * random.nextGaussian(), 0, 0.5);
            var highlighted =
                    curated && random.nextDouble() < HIGHLIGHTED[line.grade()] + (line.heat() == 3 ? LOUDER : 0);
            List<Candidate.Place> places = List.of();
            if (curated && isOfColumn(line) && random.nextDouble() < 0.3) {
                places = List.of(new Candidate.Place(
                        line.theme().hashCode(), line.theme(), inColumn.merge(line.theme(), 1, Integer::sum)));
            }
            candidates.add(new Candidate(
                    post,
                    i + 1L,
                    line.minutes(),
                    line.published().atStartOfDay().toInstant(ZoneOffset.UTC),
                    "editor",
                    Set.of(UUID.nameUUIDFromBytes(line.theme().getBytes(StandardCharsets.UTF_8))),
                    highlighted,
                    Math.round(readers * liking * 0.2),
                    Math.round(readers * liking),
                    false,
                    readers,
                    Math.round(readers * finishing),
                    places));
            grades.put(post, line.grade());
        }
        var last = lines.getLast().published().plusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Labelled(candidates, grades, last);
    }

    /** The staff made columns of two themes, of what came to hand: the good and the middling. */
    private static boolean isOfColumn(Line line) {
        return line.kind().equals("essay")
                && line.grade() > 0
                && (line.theme().equals("thinking") || line.theme().equals("skills"));
    }

    private static List<Line> lines() throws IOException {
        try (var file = Labelled.class.getResourceAsStream("/paths/weekly.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .map(cell -> new Line(
                            LocalDate.parse(cell[2]),
                            cell[3],
                            cell[4],
                            Integer.parseInt(cell[5]),
                            Integer.parseInt(cell[6]),
                            Integer.parseInt(cell[7])))
                    .toList();
        }
    }

    int grade(Candidate post) {
        return Objects.requireNonNull(grades.get(post.post()));
    }

    /** The mean grade of a newcomer's minutes; minutes that are not filled count nothing. */
    double worth(List<Candidate> chosen, int minutes) {
        return chosen.stream()
                        .mapToDouble(post -> (double) grade(post) * post.minutes())
                        .sum()
                / minutes;
    }
}
