package app.teahouse.notify;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices go after half a year, broadcasts when nobody fetches them any more. */
@Component
class ForgetNotices implements Job {
    private static final Duration NOTICES = Duration.ofDays(180);
    private static final Duration BROADCASTS = Duration.ofDays(32);

    private final Db db;
    private final Bells bells;

    ForgetNotices(Db db, Bells bells) {
        this.db = db;
        this.bells = bells;
    }

    @Override
    public String name() {
        return "notify.forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public boolean step(Instant now) {
        var more = forgetNotices(now);
        return forgetBroadcasts(now) || more;
    }

    private boolean forgetNotices(Instant now) {
        record Gone(AccountId account, boolean unseen) {}
        var gone = db.sql("""
                delete from notify.notice
                 where (account_id, notice_id) in (select account_id, notice_id
                                                     from notify.notice
                                                    where told_at < :before
                                                    order by told_at
                                                    limit 500)
                returning account_id, seen_at is null
                """)
                .with("before", now.minus(NOTICES))
                .all((row, n) -> new Gone(new AccountId(Db.uuid(row, 1)), row.getBoolean(2)));
        var unseen = new TreeMap<AccountId, Integer>(ById.ORDER);
        gone.stream().filter(Gone::unseen).forEach(notice -> unseen.merge(notice.account(), 1, Integer::sum));
        unseen.forEach(bells::calm);
        return gone.size() == 500;
    }

    private boolean forgetBroadcasts(Instant now) {
        return db.sql("""
                delete from notify.broadcast
                 where (circle_id, audience, about) in (select circle_id, audience, about
                                                          from notify.broadcast
                                                         where made_at < :before
                                                         order by made_at
                                                         limit 500)
                """).with("before", now.minus(BROADCASTS)).run() == 500;
    }
}
