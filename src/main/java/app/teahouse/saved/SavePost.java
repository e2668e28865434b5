package app.teahouse.saved;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member saves a post for later, or takes it off their list again. Nobody else learns of it. */
@Component
class SavePost {
    private final Db db;
    private final Clock clock;
    private final Posts posts;

    SavePost(Db db, Clock clock, Posts posts) {
        this.db = db;
        this.clock = clock;
        this.posts = posts;
    }

    /** Saving what is saved already changes nothing, so that two presses at once are one. */
    @Transactional
    void save(Member member, long number) {
        if (posts.live(member.circle(), number).isEmpty()) {
            throw Refusal.notFound("post.unknown");
        }
        db.sql("""
                insert into saved.post (account_id, circle_id, number, saved_id, saved_at)
                values (:account, :circle, :number, :id, :now)
                on conflict (account_id, circle_id, number) do nothing
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .with("id", Ids.next())
                .with("now", clock.instant())
                .run();
    }

    /** Also works when the post is hidden or gone by now. */
    @Transactional
    void remove(Member member, long number) {
        db.sql("delete from saved.post where account_id = :account and circle_id = :circle and number = :number")
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .run();
    }
}
