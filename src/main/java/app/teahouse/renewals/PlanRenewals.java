package app.teahouse.renewals;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Notes which memberships renew themselves within a day: each end once, however often this runs. What was stopped and begun again by
 * then is noted again.
 */
@Component
class PlanRenewals implements Job {
    private static final int MOST = 200;

    private final Db db;

    PlanRenewals(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "renewals.plan";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean step(Instant now) {
        return db.sql("""
                insert into renewals.renewal (circle_id, account_id, ends_day, next_at, made_at)
                select p.circle_id, p.account_id, p.last_day, :now, :now
                  from passes.pass p
                 where p.ends_at > :now and p.ends_at <= :soon and p.automatic and p.source in ('paid', 'gift')
                   and not exists (select 1
                                     from renewals.renewal r
                                    where r.circle_id = p.circle_id and r.account_id = p.account_id and r.ends_day = p.last_day
                                      and r.state <> 'stopped')
                 order by p.ends_at
                 limit :most
                on conflict (circle_id, account_id, ends_day) do update
                   set state = 'waiting', next_at = excluded.next_at
                 where renewal.state = 'stopped'
                """)
                        .with("now", now)
                        .with("soon", now.plus(Duration.ofHours(24)))
                        .with("most", MOST)
                        .run()
                == MOST;
    }
}
