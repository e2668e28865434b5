package app.teahouse.membertags;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member suggests an expertise of their own, where the circle allows it; staff decide. */
@Component
class SuggestTag {
    private final Db db;
    private final MemberTags tags;
    private final Clock clock;

    SuggestTag(Db db, MemberTags tags, Clock clock) {
        this.db = db;
        this.tags = tags;
        this.clock = clock;
    }

    /**
     * Suggesting what one has, or what was declined, changes nothing.
     *
     * @throws Refusal {@code member-tag.unknown}, also where the circle does not allow it
     */
    @Transactional
    public void suggest(Member member, MemberTagId id) {
        if (!tags.isOwnToSee(member.circle()) || !isExpertise(member, id)) {
            throw Refusal.notFound("member-tag.unknown");
        }
        db.sql("""
                insert into membertags.worn (circle_id, account_id, tag_id, state, how, set_by, set_at)
                values (:circle, :account, :tag, 'wished', 'own', :account, :now)
                on conflict (circle_id, account_id, tag_id) do nothing
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("tag", id)
                .with("now", clock.instant())
                .run();
    }

    /** Held, so that it is not merged away meanwhile. */
    private boolean isExpertise(Member member, MemberTagId id) {
        return db.sql("""
                select 1
                  from membertags.tag
                 where circle_id = :circle and tag_id = :id and state = 'live' and grouping = 'expertise'
                   for share
                """).with("circle", member.circle()).with("id", id).exists();
    }

    /** Takes back what nobody has decided. */
    @Transactional
    public void withdraw(Member member, MemberTagId id) {
        db.sql("""
                delete from membertags.worn
                 where circle_id = :circle and account_id = :account and tag_id = :tag and state = 'wished'
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("tag", id)
                .run();
    }
}
