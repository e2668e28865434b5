package app.teahouse.reading;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away what somebody read in a circle, as if they never had: when they wish it, and when they belong there no more. */
@Component
class ForgetReading implements Listener<MemberGone> {
    private static final int STEP = 1_000;

    private final Db db;
    private final Tallies tallies;

    ForgetReading(Db db, Tallies tallies) {
        this.db = db;
        this.tallies = tallies;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        var more = true;
        while (more) {
            more = step(event.circle(), event.account());
        }
    }

    private record Gone(long number, Position position, boolean discreet) {}

    /** A bounded part of it; answers whether there is more. Where the feed was left, and what is unread, stays out of it. */
    @Transactional
    boolean step(CircleId circle, AccountId account) {
        var gone = db.sql("""
                delete from reading.position
                 where circle_id = :circle and account_id = :account
                   and number in (select number
                                    from reading.position
                                   where circle_id = :circle and account_id = :account
                                   order by number
                                   limit :most
                                     for update)
                returning number, discreet, stop, part, seconds, opened_at, moved_at, finished_at
                """)
                .with("circle", circle)
                .with("account", account)
                .with("most", STEP)
                .all((row, n) -> new Gone(row.getLong(1), KeepPositions.position(row, 3), row.getBoolean(2)));
        var sums = new Sums();
        gone.forEach(one -> sums.take(one.number(), one.position(), one.discreet()));
        tallies.add(circle, sums);
        db.sql("delete from reading.week where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        return gone.size() == STEP;
    }

    /** Counts a bounded part of it as somebody's who is discreet, or is not any more; answers whether there is more. */
    @Transactional
    boolean count(CircleId circle, AccountId account, boolean discreet) {
        var changed = db.sql("""
                update reading.position
                   set discreet = :discreet
                 where circle_id = :circle and account_id = :account
                   and number in (select number
                                    from reading.position
                                   where circle_id = :circle and account_id = :account and discreet <> :discreet
                                   order by number
                                   limit :most
                                     for update)
                returning number, stop, part, seconds, opened_at, moved_at, finished_at
                """)
                .with("circle", circle)
                .with("account", account)
                .with("discreet", discreet)
                .with("most", STEP)
                .all((row, n) -> new Gone(row.getLong(1), KeepPositions.position(row, 2), discreet));
        var sums = new Sums();
        changed.forEach(one -> {
            sums.take(one.number(), one.position(), !discreet);
            sums.add(one.number(), one.position(), discreet);
        });
        tallies.add(circle, sums);
        return changed.size() == STEP;
    }
}
