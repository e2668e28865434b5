package app.teahouse.following;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member follows a post (its comments) or an author (their posts), or no longer does. */
@Component
public class Follows {
    private final Db db;
    private final Clock clock;

    Follows(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public static String post(long number) {
        return "post:" + number;
    }

    public static String author(AccountId account) {
        return "author:" + account.value();
    }

    boolean follows(Member member, String target) {
        return db.sql("""
                select 1
                  from following.follow
                 where account_id = :account and circle_id = :circle and target = :target
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("target", target)
                .exists();
    }

    @Transactional
    public void follow(Member member, String target) {
        if (target.equals(author(member.account()))) {
            throw Refusal.conflict("follow.self");
        }
        var more = db.sql("""
                insert into following.follow (account_id, circle_id, target, followed_at)
                values (:account, :circle, :target, :now)
                on conflict do nothing
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("target", target)
                .with("now", clock.instant())
                .run();
        if (more == 1) {
            count(member, target, 1);
        }
    }

    @Transactional
    void unfollow(Member member, String target) {
        var fewer = db.sql("""
                delete from following.follow
                 where account_id = :account and circle_id = :circle and target = :target
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("target", target)
                .run();
        if (fewer == 1) {
            count(member, target, -1);
        }
    }

    private void count(Member member, String target, int change) {
        db.sql("""
                insert into following.followed as f (circle_id, target, followers)
                values (:circle, :target, greatest(0, :change))
                on conflict (circle_id, target) do update set followers = greatest(0, f.followers + :change)
                """)
                .with("circle", member.circle())
                .with("target", target)
                .with("change", change)
                .run();
    }
}
