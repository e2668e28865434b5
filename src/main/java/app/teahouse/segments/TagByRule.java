package app.teahouse.segments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.membertags.GiveTags;
import app.teahouse.membertags.MemberTag;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.membertags.MemberTags;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives who belongs to a segment its tag, and takes it from who does no more where the segment says so; some at a time. */
@Component
class TagByRule {
    private final Db db;
    private final GiveTags giveTags;
    private final MemberTags tags;

    TagByRule(Db db, GiveTags giveTags, MemberTags tags) {
        this.db = db;
        this.giveTags = giveTags;
        this.tags = tags;
    }

    /** Those that give a tag which is still there. Where a tag that is asked for is gone, nobody is given or loses one until staff look. */
    List<Segment> giving(CircleId circle, List<Segment> all) {
        var some = all.stream().filter(one -> one.tag() != null).toList();
        if (some.isEmpty()) {
            return some;
        }
        var live = tags.all(circle).stream().map(MemberTag::id).collect(Collectors.toSet());
        return some.stream()
                .filter(one -> live.contains(Objects.requireNonNull(one.tag())))
                .filter(one -> live.containsAll(one.filter().tags()))
                .toList();
    }

    /** Answers whether there is more to do. */
    boolean step(CircleId circle, Segment segment, Moment moment, int most) {
        db.planAnew();
        var tag = Objects.requireNonNull(segment.tag());
        var without = segment.filter()
                .ask(db.sql("""
                        select f.account_id
                          from segments.fact f
                        """), moment)
                .and(true, """
                        and not exists (select 1
                                          from membertags.worn h
                                         where h.circle_id = :circle and h.account_id = f.account_id and h.tag_id = :tag)
                        order by f.account_id
                        limit :most
                        """)
                .with("circle", circle)
                .with("tag", tag)
                .with("most", most)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        var given = without.isEmpty() ? 0 : giveTags.giveByRule(circle, tag, without);
        var taken = segment.takes() ? take(circle, segment, tag, moment, most) : 0;
        return (given > 0 && without.size() == most) || taken == most;
    }

    private int take(CircleId circle, Segment segment, MemberTagId tag, Moment moment, int most) {
        var strayed = segment.filter()
                .ask(db.sql("""
                        select h.account_id
                          from membertags.worn h
                         where h.circle_id = :circle and h.tag_id = :tag and h.state = 'worn' and h.how = 'rule'
                           and not exists (select 1
                                             from segments.fact f
                        """), moment)
                .and(true, "and f.account_id = h.account_id) order by h.account_id limit :most")
                .with("circle", circle)
                .with("tag", tag)
                .with("most", most)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        if (!strayed.isEmpty()) {
            giveTags.takeByRule(circle, tag, strayed);
        }
        return strayed.size();
    }
}
