package app.teahouse.paths;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.reading.ToTheEnd;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A stop of a path is behind a member: they read the post to its end, or say so. */
@Component
class FinishStop implements ToTheEnd {
    private final Db db;
    private final Clock clock;

    FinishStop(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void finished(CircleId circle, AccountId account, long number) {
        mark(circle, account, number, clock.instant());
    }

    @Transactional
    void done(Member member, long number) {
        mark(member.circle(), member.account(), number, clock.instant());
    }

    @Transactional
    void undo(Member member, long number) {
        mark(member.circle(), member.account(), number, null);
    }

    /** A post that is not on the path changes nothing. */
    private void mark(CircleId circle, AccountId account, long number, @Nullable Instant at) {
        db.sql("""
                update paths.stop s
                   set done_at = case when cast(:at as timestamptz) is null then null else coalesce(s.done_at, :at) end
                  from content.post p
                 where s.circle_id = :circle and s.account_id = :account
                   and p.circle_id = s.circle_id and p.post_id = s.post_id and p.number = :number
                """)
                .with("circle", circle)
                .with("account", account)
                .with("number", number)
                .with("at", at)
                .run();
    }
}
