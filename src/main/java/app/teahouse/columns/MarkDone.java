package app.teahouse.columns;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.reading.ToTheEnd;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member has done a part of a course: they say so, or they read it to its end. Nobody else learns of it. */
@Component
public class MarkDone implements ToTheEnd {
    private final Db db;
    private final Clock clock;
    private final Posts posts;

    MarkDone(Db db, Clock clock, Posts posts) {
        this.db = db;
        this.clock = clock;
        this.posts = posts;
    }

    @Transactional
    public void done(Member member, long number) {
        if (posts.live(member.circle(), number).isEmpty()) {
            throw Refusal.notFound("post.unknown");
        }
        mustNotBeTask(member, number);
        finished(member.circle(), member.account(), number);
    }

    /** Only of a course that members see, and only for who is still a member: what is noted while reading is written later. */
    @Override
    @Transactional
    public void finished(CircleId circle, AccountId account, long number) {
        db.sql("""
                insert into columns.done (circle_id, account_id, post_id, done_at)
                select p.circle_id, m.account_id, p.post_id, :now
                  from content.post p
                  join members.membership m
                    on m.circle_id = p.circle_id and m.account_id = :account and m.state = 'active'
                 where p.circle_id = :circle and p.number = :number and p.state = 'live' and p.kind <> 'task'
                   and exists (select 1
                                 from columns.item i
                                 join columns.series c on c.circle_id = i.circle_id and c.column_id = i.column_id
                                where i.circle_id = p.circle_id and i.post_id = p.post_id
                                  and c.course and c.published_at is not null)
                on conflict (circle_id, account_id, post_id) do nothing
                """)
                .with("circle", circle)
                .with("account", account)
                .with("number", number)
                .with("now", clock.instant())
                .run();
    }

    /** What asks for homework is done by handing it in. */
    private void mustNotBeTask(Member member, long number) {
        if (db.sql("select 1 from content.post where circle_id = :circle and number = :number and kind = 'task'")
                .with("circle", member.circle())
                .with("number", number)
                .exists()) {
            throw Refusal.conflict("column.hand-in");
        }
    }

    /** Homework was handed in, or passed, or neither any more; noted whether or not the post stands in a course by now. */
    public void settle(CircleId circle, AccountId account, PostId task, boolean done) {
        if (done) {
            db.sql("""
                    insert into columns.done (circle_id, account_id, post_id, done_at)
                    values (:circle, :account, :post, :now)
                    on conflict (circle_id, account_id, post_id) do nothing
                    """)
                    .with("circle", circle)
                    .with("account", account)
                    .with("post", task)
                    .with("now", clock.instant())
                    .run();
        } else {
            db.sql("delete from columns.done where circle_id = :circle and account_id = :account and post_id = :post")
                    .with("circle", circle)
                    .with("account", account)
                    .with("post", task)
                    .run();
        }
    }

    @Transactional
    void undo(Member member, long number) {
        mustNotBeTask(member, number);
        db.sql("""
                delete from columns.done
                 where circle_id = :circle and account_id = :account
                   and post_id = (select post_id from content.post where circle_id = :circle and number = :number)
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("number", number)
                .run();
    }
}
