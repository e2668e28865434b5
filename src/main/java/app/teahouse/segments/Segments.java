package app.teahouse.segments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.segments.Filter.Join;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads a circle's segments, and how many belonged to each on which day. */
@Component
class Segments {
    /** Longer lists are no help to anybody. */
    static final int MOST = 50;

    private final Db db;

    Segments(Db db) {
        this.db = db;
    }

    /** The built-in ones, then those that were saved, by name. */
    List<Segment> all(CircleId circle) {
        var all = new ArrayList<>(
                Arrays.stream(BuiltIn.values()).map(one -> builtIn(circle, one)).toList());
        all.addAll(db.sql("""
                select segment_id, name, joined, conditions, tag_id, takes
                  from segments.segment
                 where circle_id = :circle
                 order by folded, segment_id
                 limit :most
                """).with("circle", circle).with("most", MOST).all((row, n) -> segment(row)));
        return all;
    }

    private static Segment builtIn(CircleId circle, BuiltIn one) {
        return new Segment(one.id(circle), null, one, one.filter(), null, false);
    }

    private static Segment segment(ResultSet row) throws SQLException {
        var tag = Db.maybeUuid(row, 5);
        return new Segment(
                new SegmentId(Db.uuid(row, 1)),
                row.getString(2),
                null,
                Kept.read(Db.constant(Join.class, row.getString(3)), row.getString(4)),
                tag == null ? null : new MemberTagId(tag),
                row.getBoolean(6));
    }

    /** @throws Refusal {@code segment.unknown} */
    Segment one(CircleId circle, SegmentId id) {
        var known = BuiltIn.of(circle, id);
        return known.isPresent()
                ? builtIn(circle, known.get())
                : db.sql("""
                        select segment_id, name, joined, conditions, tag_id, takes
                          from segments.segment
                         where circle_id = :circle and segment_id = :id
                        """)
                        .with("circle", circle)
                        .with("id", id)
                        .maybe((row, n) -> segment(row))
                        .orElseThrow(() -> Refusal.notFound("segment.unknown"));
    }

    /** Of the days since, the oldest first. */
    Map<SegmentId, List<SegmentView.Tally>> history(CircleId circle, LocalDate since) {
        return db
                .sql("""
                select segment_id, day, members, counted_at
                  from segments.tally
                 where circle_id = :circle and day >= :since
                 order by segment_id, day
                 limit 30000
                """)
                .with("circle", circle)
                .with("since", since)
                .all((row, n) -> new SegmentView.Tally(
                        new SegmentId(Db.uuid(row, 1)),
                        Objects.requireNonNull(Db.maybeDay(row, 2)),
                        row.getLong(3),
                        Db.instant(row, 4)))
                .stream()
                .collect(Collectors.groupingBy(SegmentView.Tally::segment));
    }

    /** Whether all members of a circle were looked at once. */
    boolean isReady(CircleId circle) {
        return db.sql("select 1 from segments.turn where circle_id = :circle and swept_on is not null")
                .with("circle", circle)
                .exists();
    }
}
