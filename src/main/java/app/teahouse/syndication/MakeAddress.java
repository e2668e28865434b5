package app.teahouse.syndication;

import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.secrets.Secrets;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member makes an address under which their feed reader gets a circle's posts. It is told once, and afterwards only its hash is
 * known; a new one takes the place of the old one.
 */
@Component
class MakeAddress {
    private final Db db;
    private final Clock clock;
    private final Sessions sessions;

    MakeAddress(Db db, Clock clock, Sessions sessions) {
        this.db = db;
        this.clock = clock;
        this.sessions = sessions;
    }

    /**
     * Only for somebody who is signed in: a token, which may have an end, makes no address without one.
     *
     * @return the path of the feed
     * @throws Refusal {@code sign-in.needed}
     */
    @Transactional
    String make(Member member) {
        sessions.reread(member.person().signIn());
        var secret = Secrets.next(256);
        db.sql("""
                insert into syndication.address (account_id, circle_id, secret_hash, made_at)
                values (:account, :circle, :hash, :now)
                on conflict (account_id, circle_id)
                do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("hash", Secrets.hash(secret))
                .with("now", clock.instant())
                .run();
        return "/feeds/" + Sessions.prefix(member.account()) + secret;
    }
}
