package app.teahouse.segments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes down how many belong to a segment: a row a day, which the last count of the day leaves as it is then. */
@Component
class Tallies {
    private final Db db;
    private final Audiences audiences;
    private final Facts facts;

    Tallies(Db db, Audiences audiences, Facts facts) {
        this.db = db;
        this.audiences = audiences;
        this.facts = facts;
    }

    void count(CircleId circle, Segment segment, Instant now) {
        var moment = facts.moment(circle, now);
        db.sql("""
                insert into segments.tally (circle_id, segment_id, day, members, counted_at)
                values (:circle, :segment, :day, :members, :now)
                on conflict (circle_id, segment_id, day) do update
                   set members = excluded.members, counted_at = excluded.counted_at
                """)
                .with("circle", circle)
                .with("segment", segment.id())
                .with("day", moment.today())
                .with("members", audiences.count(circle, segment.filter(), moment))
                .with("now", now)
                .run();
    }

    void forgetOld(CircleId circle, Instant now) {
        db.sql("delete from segments.tally where circle_id = :circle and day < :day")
                .with("circle", circle)
                .with("day", facts.moment(circle, now).today().minusDays(400))
                .run();
    }
}
