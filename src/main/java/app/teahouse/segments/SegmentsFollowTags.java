package app.teahouse.segments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.membertags.MemberTagEnded;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.segments.Filter.Join;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What asks for a tag, or gives it, asks for and gives the one that it was merged into. A condition whose tag was dropped stays and is shown
 * as such: without it the segment would be of other members.
 */
@Component
class SegmentsFollowTags implements Listener<MemberTagEnded> {
    private final Db db;
    private final HearFacts.Ear ear;

    SegmentsFollowTags(Db db, HearFacts.Ear ear) {
        this.db = db;
        this.ear = ear;
    }

    @Override
    public Class<MemberTagEnded> event() {
        return MemberTagEnded.class;
    }

    @Override
    public void on(MemberTagEnded event) {
        // Counts are not what they were; and the circle's row comes first, as for the job.
        ear.hear(event.circle(), List.of());
        var into = event.into();
        if (into != null) {
            give(event.circle(), event.tag(), into);
            ask(event.circle(), event.tag(), into);
        }
    }

    /** Two segments never give one tag: where another gives it already, this one gives nothing any more. */
    private void give(CircleId circle, MemberTagId from, MemberTagId into) {
        var taken = db.sql("select 1 from segments.segment where circle_id = :circle and tag_id = :into")
                .with("circle", circle)
                .with("into", into)
                .exists();
        db.sql("""
                update segments.segment
                   set tag_id = :into::uuid, takes = takes and :into::uuid is not null
                 where circle_id = :circle and tag_id = :from
                """)
                .with("circle", circle)
                .with("from", from)
                .with("into", taken ? null : into)
                .run();
    }

    private record Found(SegmentId id, Filter filter) {}

    private void ask(CircleId circle, MemberTagId from, MemberTagId into) {
        var found = db.sql("""
                select segment_id, joined, conditions
                  from segments.segment
                 where circle_id = :circle and position(:key in conditions) > 0
                 order by segment_id
                 limit :most
                   for no key update
                """)
                .with("circle", circle)
                .with("key", Ids.text(from))
                .with("most", Segments.MOST)
                .all((row, n) -> new Found(
                        new SegmentId(Db.uuid(row, 1)),
                        Kept.read(Db.constant(Join.class, row.getString(2)), row.getString(3))));
        found.forEach(one -> db.sql("""
                        update segments.segment
                           set conditions = :conditions
                         where circle_id = :circle and segment_id = :id
                        """)
                .with("circle", circle)
                .with("id", one.id())
                .with("conditions", Kept.write(following(one.filter(), from, into)))
                .run());
    }

    private static Filter following(Filter filter, MemberTagId from, MemberTagId into) {
        List<Condition> after = filter.conditions().stream()
                .<Condition>map(condition -> condition instanceof Condition.HasTag(var not, var tag) && tag.equals(from)
                        ? new Condition.HasTag(not, into)
                        : condition)
                .distinct()
                .toList();
        return new Filter(filter.join(), after);
    }
}
