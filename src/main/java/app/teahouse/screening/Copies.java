package app.teahouse.screening;

import app.teahouse.matching.Likeness;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a trial has read so far, by what it is like: as {@link Trail} knows it of what is said now, in memory and of the newest only. */
final class Copies {
    private static final int MOST = 20_000;
    private static final int MOST_OF_BAND = 50;

    private final Map<Integer, Deque<Text>> byBand = new HashMap<>();
    private int kept;

    private record Text(UUID author, Likeness likeness, Instant at) {}

    boolean finds(Rule rule, UUID author, Optional<Likeness> likeness, Instant at) {
        if (likeness.isEmpty()) {
            return false;
        }
        var since = at.minusSeconds(60L * rule.minutes());
        var near = new LinkedHashSet<Text>();
        for (var band : likeness.get().bands()) {
            near.addAll(byBand.getOrDefault(band, new ArrayDeque<>()));
        }
        var alike = near.stream()
                .filter(text -> text.at().isAfter(since) && text.likeness().percent(likeness.get()) >= rule.alike())
                .toList();
        keep(new Text(author, likeness.get(), at));
        return rule.kind() == RuleKind.REPETITION
                ? alike.stream().filter(text -> text.author().equals(author)).count() >= rule.many()
                : alike.stream()
                                .map(Text::author)
                                .filter(other -> !other.equals(author))
                                .distinct()
                                .count()
                        >= rule.many();
    }

    private void keep(Text text) {
        if (kept++ >= MOST) {
            byBand.clear();
            kept = 0;
        }
        for (var band : text.likeness().bands()) {
            var same = byBand.computeIfAbsent(band, _ -> new ArrayDeque<>());
            same.addLast(text);
            if (same.size() > MOST_OF_BAND) {
                same.removeFirst();
            }
        }
    }
}
