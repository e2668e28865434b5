package app.teahouse.settings;

import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a person is signed in, and ending it there. */
@Component
class SessionList {
    private final Db db;
    private final Clock clock;
    private final Sessions sessions;

    SessionList(Db db, Clock clock, Sessions sessions) {
        this.db = db;
        this.clock = clock;
        this.sessions = sessions;
    }

    /** The newest fifty, newest use first. */
    List<SessionView> of(AccountId account, UUID here) {
        return db.sql("""
                select session_id, agent, address, created_at, seen_at
                  from accounts.session
                 where account_id = :account and expires_at > :now
                 order by seen_at desc, session_id desc
                 limit 50
                """)
                .with("account", account)
                .with("now", clock.instant())
                .all((row, n) -> new SessionView(
                        Db.uuid(row, 1),
                        Agent.of(row.getString(2)),
                        row.getString(3),
                        Db.instant(row, 4),
                        Db.instant(row, 5),
                        Db.uuid(row, 1).equals(here)));
    }

    @Transactional
    void end(AccountId account, UUID session) {
        if (!sessions.endOne(account, session)) {
            throw Refusal.notFound("session.unknown");
        }
    }

    @Transactional
    void endOthers(AccountId account, UUID here) {
        sessions.end(account, here);
    }
}
