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
    /** So many can still be searched while one waits. */
    static final int MOST = 5_000;

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
        insert(member, number);
    }

    /** The same for who writes something with it: a post that is saved may be hidden by now. */
    void keep(Member member, long number) {
        if (!isSaved(member, number)) {
            save(member, number);
        }
    }

    private boolean isSaved(Member member, long number) {
        return db.sql(
                        "select 1 from saved.post where account_id = :account and circle_id = :circle and number = :number")
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .exists();
    }

    private void insert(Member member, long number) {
        var many = db.sql("select count(*) from saved.post where account_id = :account")
                .with("account", member.account())
                .one(Long.class);
        if (many >= MOST && !isSaved(member, number)) {
            throw Refusal.conflict("saved.full").with("most", MOST);
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

    /** Also works when the post is hidden or gone by now. The note and the passages go too. */
    @Transactional
    void remove(Member member, long number) {
        db.sql("delete from saved.passage where account_id = :account and circle_id = :circle and number = :number")
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .run();
        db.sql("delete from saved.post where account_id = :account and circle_id = :circle and number = :number")
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .run();
    }
}
