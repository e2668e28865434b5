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

    /** Those that give a tag which is still there. */
    List<Segment> giving(CircleId circle, List<Segment> all) {
        var some = all.stream().filter(one -> one.tag() != null).toList();
        if (some.isEmpty()) {
            return some;
        }
        var live = tags.all(circle).stream().map(MemberTag::id).toList();
        return some.stream()
                .filter(one -> live.contains(Objects.requireNonNull(one.tag())))
                .toList();
    }

    /** Answers whether there is more to do. */
    boolean step(CircleId circle, Segment segment, Moment moment, int most) {
        var tag = Objects.requireNonNull(segment.tag());
        var without = segment.filter()
                .ask(db.sql("""
                        select f.account_id
                          from segments.fact f
                         where f.circle_id = :circle
                           and not exists (select 1
                                             from membertags.worn x
                                            where x.circle_id = :circle and x.account_id = f.account_id and x.tag_id = :tag)
                        """), moment)
                .and(true, "order by f.account_id limit :most")
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
                        select w.account_id
                          from membertags.worn w
                         where w.circle_id = :circle and w.tag_id = :tag and w.state = 'worn' and w.how = 'rule'
                           and not exists (select 1
                                             from segments.fact f
                                            where f.circle_id = :circle and f.account_id = w.account_id
                        """), moment)
                .and(true, ") order by w.account_id limit :most")
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
