package app.teahouse.tokens;

import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.SignIn;
import app.teahouse.mail.Mail;
import app.teahouse.secrets.Secrets;
import app.teahouse.security.Bearers;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells who shows a token. What was read is kept in memory for at most thirty seconds. */
@Component
class RecogniseToken implements Bearers {
    static final String MARK = "th_";

    private final Db db;
    private final Clock clock;
    private final Mail mail;
    private final LastUsed lastUsed;
    private final Cache<String, SignIn> fresh = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    RecogniseToken(Db db, Clock clock, Mail mail, LastUsed lastUsed) {
        this.db = db;
        this.clock = clock;
        this.mail = mail;
        this.lastUsed = lastUsed;
    }

    @Override
    public Optional<SignIn> byToken(String bearer) {
        if (!bearer.startsWith(MARK)) {
            return Optional.empty();
        }
        var known = fresh.getIfPresent(bearer);
        var signIn = known != null ? Optional.of(known) : read(bearer);
        signIn.ifPresent(lastUsed::note);
        return signIn;
    }

    private Optional<SignIn> read(String bearer) {
        var secret = bearer.substring(MARK.length());
        var found = Sessions.account(secret)
                .flatMap(account -> db.sql("""
                select t.token_id, a.account_id, a.name, a.picture, a.locale, a.zone, a.verified_at is not null, a.operator, t.scopes
                  from tokens.token t
                  join accounts.account a on a.account_id = t.account_id
                 where t.account_id = :account and t.secret_hash = :hash and a.state = 'active'
                   and (t.expires_at is null or t.expires_at > :now)
                """)
                        .with("account", account)
                        .with("hash", Secrets.hash(secret.substring(22)))
                        .with("now", clock.instant())
                        .maybe((row, n) -> signIn(row)));
        found.ifPresent(signIn -> fresh.put(bearer, signIn));
        return found;
    }

    private SignIn signIn(ResultSet row) throws SQLException {
        var locale = row.getString(5);
        return new SignIn(
                new AccountId(Db.uuid(row, 2)),
                Db.uuid(row, 1),
                row.getString(3),
                row.getString(4),
                locale == null ? null : Locale.forLanguageTag(locale),
                ZoneId.of(row.getString(6)),
                row.getBoolean(7) || !mail.leaves(),
                row.getBoolean(8),
                Set.copyOf(Db.texts(row, 9)));
    }

    void forget(AccountId account) {
        fresh.asMap().values().removeIf(signIn -> signIn.account().equals(account));
    }

    /** Before the commit a request could read the old row into memory again. */
    void forgetAfterCommit(AccountId account) {
        AfterCommit.run(() -> forget(account));
    }
}
