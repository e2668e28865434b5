package app.teahouse.tokens;

import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person makes a token for a program of theirs. The secret is told once, and afterwards only its hash is known. */
@Component
class MakeToken {
    static final Set<String> SCOPES = Set.of("read", "write", "manage");
    private static final int MOST = 50;

    private final Db db;
    private final Clock clock;
    private final Sessions sessions;

    MakeToken(Db db, Clock clock, Sessions sessions) {
        this.db = db;
        this.clock = clock;
        this.sessions = sessions;
    }

    /** The fields of the form; no days mean that it does not expire. */
    record Text(String name, List<String> scopes, @Nullable Integer days) {}

    /** Only somebody who is signed in: a token makes no tokens. */
    @Transactional
    String make(Person person, Text text) {
        new Faults()
                .text("name", text.name(), 60)
                .require(!text.scopes().isEmpty(), "scopes", "field.missing")
                .require(SCOPES.containsAll(text.scopes()), "scopes", "field.unknown-choice")
                .require(text.days() == null || (text.days() > 0 && text.days() <= 366), "days", "field.unknown-choice")
                .refuse();
        sessions.reread(person.signIn());
        if (db.sql("select 1 from tokens.token where account_id = :account limit :most")
                        .with("account", person.account())
                        .with("most", MOST)
                        .all((row, n) -> 1)
                        .size()
                >= MOST) {
            throw Refusal.conflict("token.too-many");
        }

        var secret = Secrets.next(256);
        var now = clock.instant();
        db.sql("""
                insert into tokens.token (account_id, token_id, secret_hash, name, scopes, created_at, expires_at)
                values (:account, :token, :hash, :name, :scopes, :now, :expires)
                """)
                .with("account", person.account())
                .with("token", Ids.next())
                .with("hash", Secrets.hash(secret))
                .with("name", text.name().strip())
                .withTexts("scopes", text.scopes().stream().distinct().sorted().toList())
                .with("now", now)
                .with("expires", text.days() == null ? null : now.plus(Duration.ofDays(text.days())))
                .run();
        return RecogniseToken.MARK + Sessions.prefix(person.account()) + secret;
    }
}
