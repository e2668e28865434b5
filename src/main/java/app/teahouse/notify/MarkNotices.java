package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody has seen their notices, or has gone where one leads. The counter falls by the rows that were marked. */
@Component
public class MarkNotices {
    private final Db db;
    private final Clock clock;
    private final Bells bells;

    MarkNotices(Db db, Clock clock, Bells bells) {
        this.db = db;
        this.clock = clock;
        this.bells = bells;
    }

    /** All that was told until then was on the screen. */
    @Transactional
    void seen(AccountId account, Instant until) {
        calm(
                account,
                db.sql("""
                update notify.notice
                   set seen_at = :now
                 where account_id = :account and seen_at is null and told_at <= :until
                """)
                        .with("account", account)
                        .with("until", until)
                        .with("now", clock.instant())
                        .run());
    }

    @Transactional
    void read(AccountId account, Collection<NoticeId> notices) {
        var unseen = db.sql("""
                update notify.notice
                   set seen_at = :now
                 where account_id = :account and notice_id = any(:notices) and seen_at is null
                """)
                .with("account", account)
                .withIds("notices", notices)
                .with("now", clock.instant())
                .run();
        db.sql("""
                update notify.notice
                   set read_at = :now
                 where account_id = :account and notice_id = any(:notices) and read_at is null
                """)
                .with("account", account)
                .withIds("notices", notices)
                .with("now", clock.instant())
                .run();
        calm(account, unseen);
    }

    @Transactional
    public void readAll(AccountId account) {
        var now = clock.instant();
        var unseen = db.sql("""
                update notify.notice
                   set seen_at = :now
                 where account_id = :account and seen_at is null
                """).with("account", account).with("now", now).run();
        db.sql("""
                update notify.notice
                   set read_at = :now
                 where account_id = :account and read_at is null and seen_at is not null
                """).with("account", account).with("now", now).run();
        calm(account, unseen);
    }

    private void calm(AccountId account, int fewer) {
        if (fewer > 0) {
            bells.calm(account, fewer);
        }
    }
}
