package app.teahouse.columns;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.guard.Asked;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
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
    private final Guard guard;
    private final Circles circles;

    MarkDone(Db db, Clock clock, Posts posts, Guard guard, Circles circles) {
        this.db = db;
        this.clock = clock;
        this.posts = posts;
        this.guard = guard;
        this.circles = circles;
    }

    @Transactional
    public void done(Member member, long number) {
        var post = posts.live(member.circle(), number).orElseThrow(() -> Refusal.notFound("post.unknown"));
        guard.mustBeOpen(Reader.of(member), post.guarded());
        mustNotBeTask(member, number);
        note(member.circle(), member.account(), number);
    }

    /**
     * Only of a course that members see, and only for who is still a member: what is noted while reading is written later. And only of
     * what is open to them, since whoever has done a part opens the next one.
     */
    @Override
    @Transactional
    public void finished(CircleId circle, AccountId account, long number) {
        if (isOpen(circle, account, number)) {
            note(circle, account, number);
        }
    }

    private boolean isOpen(CircleId circle, AccountId account, long number) {
        var face = circles.byId(circle).map(Circle::face).orElse(null);
        return face != null
                && db.sql("""
                        select m.role, m.joined_at, m.tier,
                        """ + Guarded.FACTS + """
                          from content.post p
                          join members.membership m
                            on m.circle_id = p.circle_id and m.account_id = :account and m.state = 'active'
                         where p.circle_id = :circle and p.number = :number and p.state = 'live'
                        """)
                        .with("circle", circle)
                        .with("account", account)
                        .with("number", number)
                        .maybe((row, n) -> new Asked(
                                Reader.of(
                                        face,
                                        account,
                                        Db.constant(Role.class, row.getString(1)),
                                        Db.instant(row, 2),
                                        row.getInt(3)),
                                Guarded.read(row, 4)))
                        .filter(asked -> guard.of(asked.reader(), asked.post()).isOpen())
                        .isPresent();
    }

    private void note(CircleId circle, AccountId account, long number) {
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
