package app.teahouse.segments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.segments.Condition.AtLeast;
import app.teahouse.segments.Condition.Fact;
import app.teahouse.segments.Condition.Within;
import app.teahouse.segments.Filter.Join;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The segments every circle has. */
public enum BuiltIn {
    /** They joined in the last 30 days. */
    NEW(new Within(false, Fact.JOINED, 30)),
    /** Here in the last week, and on four of the last 28 days. */
    ACTIVE(new Within(false, Fact.SEEN, 7), new AtLeast(false, Fact.DAYS, 4)),
    /** They come, and said nothing for 30 days. */
    QUIET(new Within(false, Fact.SEEN, 14), new Within(true, Fact.WROTE, 30), new Within(true, Fact.JOINED, 14)),
    /** Not here for two weeks, but within six. */
    DRIFTING(new Within(true, Fact.SEEN, 14), new Within(false, Fact.SEEN, 42)),
    /** Not here for six weeks. */
    LOST(new Within(true, Fact.SEEN, 42)),
    /** Their time ends within 30 days. */
    EXPIRING(new Within(false, Fact.ENDS, 30)),
    /** Four things or more written in 30 days. */
    CONTRIBUTORS(new AtLeast(false, Fact.WRITTEN, 4));

    @SuppressWarnings("ImmutableEnumChecker") // A record of a copied list of records.
    private final Filter filter;

    BuiltIn(Condition... conditions) {
        filter = new Filter(Join.ALL, List.of(conditions));
    }

    Filter filter() {
        return filter;
    }

    public String key() {
        return Db.name(this);
    }

    /** The same for ever, from the circle and the name. */
    SegmentId id(CircleId circle) {
        return new SegmentId(
                UUID.nameUUIDFromBytes((circle.value() + " segment " + key()).getBytes(StandardCharsets.UTF_8)));
    }

    static Optional<BuiltIn> of(CircleId circle, SegmentId id) {
        return Arrays.stream(values()).filter(one -> one.id(circle).equals(id)).findFirst();
    }
}
