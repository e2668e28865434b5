package app.teahouse.welcome;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps what newcomers did first, as it happens; within the transaction of whoever heard it. Only the first time counts, and only of who joined here. */
@Component
class KeepNewcomers {
    private final Db db;
    private final Events events;

    KeepNewcomers(Db db, Events events) {
        this.db = db;
        this.events = events;
    }

    /** Who comes back knows the place: what they did stays. */
    void joined(CircleId circle, AccountId account, Instant at) {
        db.sql("""
                insert into welcome.newcomer (circle_id, account_id, joined_at)
                values (:circle, :account, :at)
                on conflict (circle_id, account_id) do nothing
                """)
                .with("circle", circle)
                .with("account", account)
                .with("at", at)
                .run();
    }

    void saidWhoTheyAre(CircleId circle, AccountId account, Instant at) {
        tell(db.sql("""
                update welcome.newcomer
                   set profile_at = :at
                 where circle_id = :circle and account_id = :account and profile_at is null
                """), circle, account, FirstStep.PROFILE.key(), at);
    }

    void introduced(CircleId circle, AccountId account, long number, Instant at) {
        tell(db.sql("""
                update welcome.newcomer
                   set introduced_at = :at, introduced_in = :number
                 where circle_id = :circle and account_id = :account and introduced_at is null
                """).with("number", number), circle, account, FirstStep.INTRODUCE.key(), at);
    }

    void started(CircleId circle, AccountId account, Instant at) {
        tell(db.sql("""
                update welcome.newcomer
                   set started_at = :at
                 where circle_id = :circle and account_id = :account and started_at is null
                """), circle, account, FirstStep.START.key(), at);
    }

    void commented(CircleId circle, AccountId account, Instant at) {
        tell(db.sql("""
                update welcome.newcomer
                   set commented_at = :at
                 where circle_id = :circle and account_id = :account and commented_at is null
                """), circle, account, FirstStep.COMMENT.key(), at);
    }

    /** Somebody else answered what they said of themselves there. */
    void answered(CircleId circle, AccountId account, long number, Instant at) {
        tell(db.sql("""
                update welcome.newcomer
                   set answered_at = :at
                 where circle_id = :circle and account_id = :account and introduced_in = :number and answered_at is null
                """).with("number", number), circle, account, "answered", at);
    }

    private void tell(Db.Statement change, CircleId circle, AccountId account, String what, Instant at) {
        var first = change.with("circle", circle)
                .with("account", account)
                .with("at", at)
                .run();
        if (first == 1) {
            events.publish(new NewcomerProgressed(circle, account, what, at));
        }
    }

    /** Not on their feed any more. */
    void putAway(CircleId circle, AccountId account, Instant at) {
        db.sql("""
                update welcome.newcomer
                   set away_at = :at
                 where circle_id = :circle and account_id = :account and away_at is null
                """)
                .with("circle", circle)
                .with("account", account)
                .with("at", at)
                .run();
    }

    void forget(CircleId circle, AccountId account) {
        db.sql("delete from welcome.newcomer where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
    }
}
