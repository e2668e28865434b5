package app.teahouse.segments;

import app.teahouse.circles.Household;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Segments go and leave with their circle. What is known of a member is put together anew elsewhere, theirs to see, and goes with them. */
@Component
@Order(-4)
class SegmentsHousehold implements Household, Luggage, Leaving, OwnData {
    private static final String OF_THIS_PLACE = "what is known of members is put together anew where they are";

    private final Db db;
    private final CirclesOf circlesOf;

    SegmentsHousehold(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from segments.turn where circle_id = :circle")
                .with("circle", circle)
                .run();
        var facts = db.sql("""
                delete from segments.fact
                 where circle_id = :circle
                   and account_id in (select account_id from segments.fact where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var counts = db.sql("""
                delete from segments.tally
                 where circle_id = :circle
                   and (segment_id, day) in (select segment_id, day from segments.tally where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (facts + counts > 0) {
            return true;
        }
        db.sql("delete from segments.segment where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("segments.segment", "segment_id")
                        .people("changed_by")
                        .made("folded")
                        .most("name", WriteSegment.LONGEST_NAME)
                        .most("conditions", 10_000)
                        .check("conditions", Kept::isReadable)
                        .making((arrival, rows) ->
                                rows.forEach(row -> row.set("folded", Folding.folded(row.text("name"))))),
                Crate.stays("segments.fact", OF_THIS_PLACE),
                Crate.stays("segments.tally", "members are counted anew where they are"),
                Crate.stays("segments.turn", OF_THIS_PLACE));
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        for (var circle : circlesOf.all(account)) {
            db.sql("delete from segments.fact where circle_id = :circle and account_id = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
            db.sql("update segments.segment set changed_by = null where circle_id = :circle and changed_by = :account")
                    .with("circle", circle)
                    .with("account", account)
                    .run();
        }
        return false;
    }

    private record Line(
            UUID circle,
            Instant seenAt,
            int posts,
            int written,
            @Nullable Instant wroteAt,
            @Nullable Integer reads,
            @Nullable Instant readAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("activity.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                for (var line : lines(circle, account)) {
                    archive.line(file, line);
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account) {
        return db.sql("""
                select seen_at, posts, written, wrote_at, reads, read_at
                  from segments.fact
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .all((row, n) -> new Line(
                        circle.value(),
                        Db.instant(row, 1),
                        row.getInt(2),
                        row.getInt(3),
                        Db.maybeInstant(row, 4),
                        row.getObject(5, Integer.class),
                        Db.maybeInstant(row, 6)));
    }
}
