package app.teahouse.segments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences.Difference;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.WriteLog;
import app.teahouse.membertags.MemberTagId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff save a segment, change it and take it away. It is counted with that, so that nobody waits for the next count. */
@Component
public class WriteSegment {
    static final int LONGEST_NAME = 60;

    private final Db db;
    private final Segments segments;
    private final Meanings meanings;
    private final Tallies tallies;
    private final WriteLog log;
    private final Clock clock;

    WriteSegment(Db db, Segments segments, Meanings meanings, Tallies tallies, WriteLog log, Clock clock) {
        this.db = db;
        this.segments = segments;
        this.meanings = meanings;
        this.tallies = tallies;
        this.log = log;
        this.clock = clock;
    }

    /** @param tag what who belongs to it is given; null for nothing */
    public record Wish(String name, Filter filter, @Nullable MemberTagId tag, boolean takes) {}

    /** @throws Refusal {@code segment.name-taken}, {@code segment.too-many}, {@code segment.gone} */
    @Transactional
    public SegmentId make(Staff staff, Wish wish) {
        var circle = staff.circle();
        check(circle, wish, null);
        var many = db.sql("select count(*) from segments.segment where circle_id = :circle")
                .with("circle", circle)
                .one(Long.class);
        if (many >= Segments.MOST) {
            throw Refusal.conflict("segment.too-many").with("most", Segments.MOST);
        }
        var id = new SegmentId(Ids.next());
        try {
            with(db.sql("""
                    insert into segments.segment
                           (circle_id, segment_id, name, folded, joined, conditions, tag_id, takes, changed_by, changed_at)
                    values (:circle, :id, :name, :folded, :joined, :conditions, :tag, :takes, :by, :now)
                    """), staff, id, wish).run();
        } catch (DuplicateKeyException _) {
            throw Refusal.invalid("name", "segment.name-taken");
        }
        tallies.count(circle, segments.one(circle, id), clock.instant());
        wake(circle, wish);
        log.write(circle, "segment_made", staff.account(), wish.name().strip(), clock.instant());
        return id;
    }

    /** A quiet circle is left alone for hours: whoever sets a rule that gives a tag sees it given with the next turn. */
    private void wake(CircleId circle, Wish wish) {
        if (wish.tag() != null) {
            db.sql("update segments.turn set next_at = :now where circle_id = :circle and next_at > :now")
                    .with("circle", circle)
                    .with("now", clock.instant())
                    .run();
        }
    }

    private void check(CircleId circle, Wish wish, @Nullable SegmentId own) {
        var many = wish.filter().conditions().size();
        new Faults()
                .text("name", wish.name(), LONGEST_NAME)
                .require(many > 0, "conditions", "segment.empty")
                .require(many <= Filter.MOST, "conditions", "segment.too-long", Map.of("most", Filter.MOST))
                .require(!wish.takes() || wish.tag() != null, "takes", "segment.takes-nothing")
                .refuse();
        var known = meanings.of(circle);
        new Faults()
                .require(wish.filter().conditions().stream().allMatch(known::has), "conditions", "segment.gone")
                .require(wish.tag() == null || known.tags().containsKey(wish.tag()), "tag", "field.unknown-choice")
                .require(wish.tag() == null || !isGivenByAnother(circle, wish.tag(), own), "tag", "segment.tag-taken")
                .refuse();
    }

    private boolean isGivenByAnother(CircleId circle, MemberTagId tag, @Nullable SegmentId own) {
        return db.sql("""
                select 1
                  from segments.segment
                 where circle_id = :circle and tag_id = :tag and segment_id is distinct from :own::uuid
                """)
                .with("circle", circle)
                .with("tag", tag)
                .with("own", own)
                .exists();
    }

    private Db.Statement with(Db.Statement statement, Staff staff, SegmentId id, Wish wish) {
        return statement
                .with("circle", staff.circle())
                .with("id", id)
                .with("name", wish.name().strip())
                .with("folded", Folding.folded(wish.name().strip()))
                .with("joined", wish.filter().join())
                .with("conditions", Kept.write(wish.filter()))
                .with("tag", wish.tag())
                .with("takes", wish.takes())
                .with("by", staff.account())
                .with("now", clock.instant());
    }

    /** @throws Refusal {@code segment.unknown}, {@code segment.name-taken}, {@code segment.built-in}, {@code segment.gone} */
    @Transactional
    public void change(Staff staff, SegmentId id, Wish wish) {
        var circle = staff.circle();
        var was = own(circle, id);
        check(circle, wish, id);
        try {
            with(db.sql("""
                    update segments.segment
                       set name = :name, folded = :folded, joined = :joined, conditions = :conditions, tag_id = :tag, takes = :takes,
                           changed_by = :by, changed_at = :now
                     where circle_id = :circle and segment_id = :id
                    """), staff, id, wish).run();
        } catch (DuplicateKeyException _) {
            throw Refusal.invalid("name", "segment.name-taken");
        }
        tallies.count(circle, segments.one(circle, id), clock.instant());
        wake(circle, wish);
        log.write(
                circle,
                "segment_changed",
                staff.account(),
                wish.name().strip(),
                clock.instant(),
                differences(staff, was, wish));
    }

    /** In the language of the circle, which its staff have in common. */
    private List<Difference> differences(Staff staff, Segment was, Wish is) {
        var known = meanings.of(staff.circle());
        var language = staff.member().face().language();
        return List.of(
                new Difference(
                        "name", was.own() == null ? "" : was.own(), is.name().strip()),
                new Difference("conditions", known.say(was.filter(), language), known.say(is.filter(), language)),
                new Difference("gives", tag(known, was.tag()), tag(known, is.tag())),
                new Difference("takes", String.valueOf(was.takes()), String.valueOf(is.takes())));
    }

    private static String tag(Meanings.Known known, @Nullable MemberTagId id) {
        var tag = id == null ? null : known.tags().get(id);
        return tag == null ? "" : tag.name();
    }

    private Segment own(CircleId circle, SegmentId id) {
        var segment = segments.one(circle, id);
        if (segment.builtIn() != null) {
            throw Refusal.conflict("segment.built-in");
        }
        return segment;
    }

    /** Its counts go with it. Taking away what is gone changes nothing. */
    @Transactional
    public void remove(Staff staff, SegmentId id) {
        var segment = own(staff.circle(), id);
        db.sql("delete from segments.tally where circle_id = :circle and segment_id = :id")
                .with("circle", staff.circle())
                .with("id", id)
                .run();
        db.sql("delete from segments.segment where circle_id = :circle and segment_id = :id")
                .with("circle", staff.circle())
                .with("id", id)
                .run();
        log.write(
                staff.circle(),
                "segment_gone",
                staff.account(),
                segment.own() == null ? "" : segment.own(),
                clock.instant());
    }
}
