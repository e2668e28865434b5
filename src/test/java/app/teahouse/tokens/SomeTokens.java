package app.teahouse.tokens;

import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.secrets.Secrets;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Personal tokens for tests of the API. */
@Component
public class SomeTokens {
    private final Db db;
    private final Clock clock;

    SomeTokens(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What to send as {@code Authorization: Bearer …}. */
    public String some(Person person, String... scopes) {
        var secret = Secrets.next(256);
        db.sql("""
                insert into tokens.token (account_id, token_id, secret_hash, name, scopes, created_at)
                values (:account, :token, :hash, 'Test', :scopes, :now)
                """)
                .with("account", person.account())
                .with("token", Ids.next())
                .with("hash", Secrets.hash(secret))
                .withTexts("scopes", List.of(scopes))
                .with("now", clock.instant())
                .run();
        return RecogniseToken.MARK + Sessions.prefix(person.account()) + secret;
    }
}
