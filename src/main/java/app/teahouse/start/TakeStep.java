package app.teahouse.start;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Member;
import app.teahouse.reading.ToTheEnd;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member has taken a step: they say so, or they read the post to its end that it leads to. Nobody else learns of it. */
@Component
class TakeStep implements ToTheEnd {
    private final Db db;
    private final Events events;
    private final Clock clock;

    TakeStep(Db db, Events events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void take(Member member, StepId step) {
        var known =
                db.sql("""
                select 1
                  from start.step
                 where circle_id = :circle and step_id = :step and kind in ('words', 'post', 'column')
                """).with("circle", member.circle()).with("step", step).exists();
        if (!known) {
            throw ArrangeSteps.unknown();
        }
        var now = clock.instant();
        var fresh = db.sql("""
                insert into start.taken (circle_id, account_id, step_id, taken_at)
                values (:circle, :account, :step, :now)
                on conflict (circle_id, account_id, step_id) do nothing
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("step", step)
                .with("now", now)
                .run();
        if (fresh == 1) {
            events.publish(new StepTaken(member.circle(), member.account(), now));
        }
    }

    @Transactional
    void undo(Member member, StepId step) {
        db.sql("delete from start.taken where circle_id = :circle and account_id = :account and step_id = :step")
                .with("circle", member.circle())
                .with("account", member.account())
                .with("step", step)
                .run();
    }

    /** Only for who is still a member: what is noted while reading is written later. */
    @Override
    @Transactional
    public void finished(CircleId circle, AccountId account, long number) {
        db.sql("""
                insert into start.taken (circle_id, account_id, step_id, taken_at)
                select s.circle_id, m.account_id, s.step_id, :now
                  from content.post p
                  join start.step s on s.circle_id = p.circle_id and s.post_id = p.post_id
                  join members.membership m
                    on m.circle_id = p.circle_id and m.account_id = :account and m.state = 'active'
                 where p.circle_id = :circle and p.number = :number
                on conflict (circle_id, account_id, step_id) do nothing
                """)
                .with("circle", circle)
                .with("account", account)
                .with("number", number)
                .with("now", clock.instant())
                .run();
    }
}
