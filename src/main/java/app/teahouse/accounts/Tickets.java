package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Links in letters: each carries an account and a secret, works once, for one thing, and not for long. */
@Component
public class Tickets {
    private final Db db;
    private final Clock clock;

    Tickets(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public enum Kind {
        VERIFY(Duration.ofDays(7)),
        RESET(Duration.ofHours(2)),
        CHANGE_EMAIL(Duration.ofDays(1));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }
    }

    /** What a link was made for: the account, and the address it was sent to. */
    public record Ticket(AccountId account, Email email) {}

    /** Makes a link's secret; an older link for the same thing ends. */
    public String issue(Kind kind, Ticket ticket) {
        var secret = Secrets.next(256);
        var now = clock.instant();
        db.sql("delete from accounts.ticket where account_id = :account and kind = :kind")
                .with("account", ticket.account())
                .with("kind", kind)
                .run();
        db.sql("""
                insert into accounts.ticket (account_id, secret_hash, kind, value, made_at, expires_at)
                values (:account, :hash, :kind, :value, :now, :expires)
                """)
                .with("account", ticket.account())
                .with("hash", Secrets.hash(secret))
                .with("kind", kind)
                .with("value", ticket.email().text())
                .with("now", now)
                .with("expires", now.plus(kind.life))
                .run();
        return Sessions.prefix(ticket.account()) + secret;
    }

    /** Looks at a link without using it up, for the page that asks to go on. */
    public Ticket look(Kind kind, String code) {
        return Sessions.account(code)
                .flatMap(account -> db.sql("""
                        select value
                          from accounts.ticket
                         where account_id = :account and secret_hash = :hash and kind = :kind and expires_at > :now
                        """)
                        .with("account", account)
                        .with("hash", Secrets.hash(code.substring(22)))
                        .with("kind", kind)
                        .with("now", clock.instant())
                        .maybe((row, n) -> new Ticket(account, new Email(row.getString(1)))))
                .orElseThrow(() -> Refusal.notFound("ticket.used-up"));
    }

    /** Uses a link up: of two at once, one deletes the row and the other finds none. */
    Ticket take(Kind kind, String code) {
        return Sessions.account(code)
                .flatMap(account -> taken(kind, account, code))
                .orElseThrow(() -> Refusal.notFound("ticket.used-up"));
    }

    private Optional<Ticket> taken(Kind kind, AccountId account, String code) {
        return db.sql("""
                delete from accounts.ticket
                 where account_id = :account and secret_hash = :hash and kind = :kind and expires_at > :now
                returning value
                """)
                .with("account", account)
                .with("hash", Secrets.hash(code.substring(22)))
                .with("kind", kind)
                .with("now", clock.instant())
                .maybe((row, n) -> new Ticket(account, new Email(row.getString(1))));
    }
}
