package app.teahouse.membertags;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the tags of what somebody answered when they joined. No rule takes them. */
@Component
public class GiveByAnswer {
    private final Db db;
    private final GiveTags giveTags;

    GiveByAnswer(Db db, GiveTags giveTags) {
        this.db = db;
        this.giveTags = giveTags;
    }

    /**
     * What is gone by now gives nothing, what was merged the other, and who was declined a tag or
     * has it already is left as they are.
     */
    @Transactional
    public void give(CircleId circle, Collection<MemberTagId> asked, AccountId account) {
        for (var tag : live(circle, asked)) {
            giveTags.give(circle, tag, List.of(account), "answer");
        }
    }

    /** Held in one order, as by whoever gives tags; a tag that ends at this moment is looked for once more. */
    private List<MemberTagId> live(CircleId circle, Collection<MemberTagId> asked) {
        for (var again = 0; again < 3; again++) {
            var now = db.sql("""
                    select distinct coalesce(merged_into, tag_id)
                      from membertags.tag
                     where circle_id = :circle and tag_id = any(:tags) and state <> 'dropped'
                    """)
                    .with("circle", circle)
                    .withIds("tags", asked)
                    .all((row, n) -> new MemberTagId(Db.uuid(row, 1)));
            var held = db.sql("""
                    select tag_id
                      from membertags.tag
                     where circle_id = :circle and tag_id = any(:tags) and state = 'live'
                     order by tag_id
                       for no key update
                    """)
                    .with("circle", circle)
                    .withIds("tags", now)
                    .all((row, n) -> new MemberTagId(Db.uuid(row, 1)));
            if (held.size() == now.size()) {
                return held;
            }
        }
        return List.of();
    }
}
