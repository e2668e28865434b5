package app.teahouse.segments;

import app.teahouse.members.MemberCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Segments as pages show them. */
public final class SegmentView {
    private SegmentView() {}

    /** How many belonged to a segment, as it was counted. */
    public record Tally(SegmentId segment, LocalDate day, long members, Instant countedAt) {}

    /** A condition as a sentence; {@code gone} where it names what is there no more, so that nobody has it. */
    public record Said(String sentence, boolean gone) {}

    /**
     * A line of the list.
     *
     * @param said its conditions as sentences
     * @param days how many belonged to it day by day, the oldest first
     */
    public record Line(
            String key, String name, @Nullable String builtIn, String join, List<Said> said, List<Tally> days) {

        public @Nullable Tally last() {
            return days.isEmpty() ? null : days.getLast();
        }

        public boolean gone() {
            return said.stream().anyMatch(Said::gone);
        }

        /** The days as a line in a box of 100 by 28; nothing of a single day. */
        public String curve() {
            var most = Math.max(1, days.stream().mapToLong(Tally::members).max().orElse(1));
            var steps = Math.max(1, days.size() - 1);
            return days.size() < 2
                    ? ""
                    : IntStream.range(0, days.size())
                            .mapToObj(i -> 100 * i / steps + ","
                                    + (26 - 24 * days.get(i).members() / most))
                            .collect(Collectors.joining(" "));
        }
    }

    /** Who belongs to conditions that may not be saved yet: how many, and the first. */
    public record Preview(long count, List<MemberCard> first) {}
}
