package app.teahouse.arrivals;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Somebody who deletes their account is not named as the one who brought a circle, or took a place in it. What was still coming in is
 * taken away again. What they did stands in the circles themselves, so there is no file of their own.
 */
@Component
@Order(-5)
class LeaveArrivals implements Leaving {
    private static final int MOST = 500;

    private final Db db;

    LeaveArrivals(Db db) {
        this.db = db;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var arrivals = db.sql("""
                update arrivals.arrival
                   set made_by = null,
                       state = case when state in ('ready', 'running') then 'clearing' else state end,
                       finished_at = coalesce(finished_at, :now),
                       blinded_key = case when state = 'done' then blinded_key end
                 where made_by = :account
                """).with("account", account).with("now", now).run();
        var places = db.sql("""
                update arrivals.place
                   set taken_by = null, state = 'moved'
                 where (circle_id, number) in
                       (select circle_id, number from arrivals.place where taken_by = :account limit :most)
                """).with("account", account).with("most", MOST).run();
        return arrivals + places > 0;
    }
}
