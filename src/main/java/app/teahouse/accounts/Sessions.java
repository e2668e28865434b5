package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Secrets;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.SignIn;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Sessions live in the database; a cache of at most thirty seconds spares a query for each page. The cookie is the account's id
 * followed by 256 random bits, of which the database keeps the hash.
 */
@Component
class Sessions {
    private static final Duration LIFE = Duration.ofDays(90);

    private final Db db;
    private final Clock clock;
    private final Settings settings;
    private final Cache<String, SignIn> fresh = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();
    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();

    /** When a session was last used, waiting to be written. */
    record Seen(AccountId account, Instant at) {}

    Sessions(Db db, Clock clock, Settings settings) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
    }

    /** Starts a session and answers the cookie's value. Runs in the transaction of the sign-in. */
    String start(AccountId account, String agent, String address) {
        var secret = Secrets.next(256);
        var now = clock.instant();
        db.sql("""
                insert into accounts.session
                       (account_id, session_id, secret_hash, agent, address, created_at, seen_at, expires_at)
                values (:account, :session, :hash, :agent, :address, :now, :now, :expires)
                """)
                .with("account", account)
                .with("session", Ids.next())
                .with("hash", Secrets.hash(secret))
                .with("agent", agent)
                .with("address", address)
                .with("now", now)
                .with("expires", now.plus(LIFE))
                .run();
        return prefix(account) + secret;
    }

    Optional<SignIn> bySession(String cookie) {
        var known = fresh.getIfPresent(cookie);
        var signIn = known != null ? Optional.of(known) : read(cookie);
        signIn.ifPresent(s -> seen.put(s.session(), new Seen(s.account(), clock.instant())));
        return signIn;
    }

    private Optional<SignIn> read(String cookie) {
        var account = account(cookie);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        var found = db.sql("""
                select s.session_id, a.account_id, a.name, a.picture, a.locale, a.zone, a.verified_at is not null, a.operator
                  from accounts.session s
                  join accounts.account a on a.account_id = s.account_id
                 where s.account_id = :account and s.secret_hash = :hash and s.expires_at > :now and a.state = 'active'
                """)
                .with("account", account.get())
                .with("hash", Secrets.hash(cookie.substring(22)))
                .with("now", clock.instant())
                .maybe((row, n) -> signIn(row));
        found.ifPresent(signIn -> fresh.put(cookie, signIn));
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
                row.getBoolean(7) || !settings.mail().isConfigured(),
                row.getBoolean(8),
                null);
    }

    /** Forgets what is in memory about an account, after its sessions, its rights or its profile changed. */
    void forget(AccountId account) {
        fresh.asMap().values().removeIf(signIn -> signIn.account().equals(account));
    }

    static String prefix(AccountId account) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The account named by the first 22 characters of a cookie or token. */
    static Optional<AccountId> account(String secret) {
        if (secret.length() < 44) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(secret.substring(0, 22)));
            return Optional.of(new AccountId(new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
