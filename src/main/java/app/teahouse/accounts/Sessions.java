package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.SignIn;
import app.teahouse.mail.Mail;
import app.teahouse.secrets.Secrets;
import app.teahouse.security.SignIns;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sessions live in the database; a cache of at most thirty seconds spares a query for each page. The cookie is the account's id
 * followed by 256 random bits, of which the database keeps the hash.
 */
@Component
public class Sessions implements SignIns {
    private static final Duration LIFE = Duration.ofDays(90);

    private final Db db;
    private final Clock clock;
    private final Mail mail;
    private final Cache<String, SignIn> fresh = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();
    private final LastSeen lastSeen;

    Sessions(Db db, Clock clock, Mail mail, LastSeen lastSeen) {
        this.db = db;
        this.clock = clock;
        this.mail = mail;
        this.lastSeen = lastSeen;
    }

    /** Starts a session, in the transaction of the sign-in. The caller has proved who they are. */
    public Entered start(AccountId account, Device device) {
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
                .with("agent", device.agent())
                .with("address", device.network())
                .with("now", now)
                .with("expires", now.plus(LIFE))
                .run();
        var cookie = prefix(account) + secret;
        return new Entered(read(cookie).orElseThrow(() -> Refusal.notAllowed("account.blocked")), cookie);
    }

    @Override
    public Optional<SignIn> bySession(String cookie) {
        var known = fresh.getIfPresent(cookie);
        if (known != null) {
            lastSeen.note(known);
            return Optional.of(known);
        }
        var found = read(cookie);
        found.ifPresent(signIn -> {
            fresh.put(cookie, signIn);
            lastSeen.note(signIn);
        });
        return found;
    }

    /** Whether this session still is one, read anew: for what may not be done on a thirty seconds old answer. */
    public void reread(SignIn signIn) {
        var still = db.sql("""
                select 1
                  from accounts.session s
                  join accounts.account a on a.account_id = s.account_id
                 where s.account_id = :account and s.session_id = :session and s.expires_at > :now and a.state = 'active'
                """)
                .with("account", signIn.account())
                .with("session", signIn.session())
                .with("now", clock.instant())
                .exists();
        if (!still) {
            forget(signIn.account());
            throw Refusal.signInNeeded();
        }
    }

    /** Ends the sessions of an account, all or all but one. */
    public void end(AccountId account, @Nullable UUID butThis) {
        db.sql("delete from accounts.session where account_id = :account")
                .and(butThis != null, "and session_id <> :this")
                .with("account", account)
                .with("this", butThis)
                .run();
        forgetAfterCommit(account);
    }

    /** Answers whether there was one. */
    public boolean endOne(AccountId account, UUID session) {
        var ended = db.sql("delete from accounts.session where account_id = :account and session_id = :session")
                .with("account", account)
                .with("session", session)
                .run();
        forgetAfterCommit(account);
        return ended == 1;
    }

    private Optional<SignIn> read(String cookie) {
        var account = account(cookie);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        return db.sql("""
                select s.session_id, a.account_id, a.name, a.picture, a.locale, a.zone, a.verified_at is not null, a.operator
                  from accounts.session s
                  join accounts.account a on a.account_id = s.account_id
                 where s.account_id = :account and s.secret_hash = :hash and s.expires_at > :now and a.state = 'active'
                """)
                .with("account", account.get())
                .with("hash", Secrets.hash(cookie.substring(22)))
                .with("now", clock.instant())
                .maybe((row, n) -> signIn(row));
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
                null);
    }

    /** Forgets what is in memory about an account, after its sessions, its rights or its profile changed. */
    public void forget(AccountId account) {
        fresh.asMap().values().removeIf(signIn -> signIn.account().equals(account));
    }

    /** Before the commit a request could read the old row into memory again. */
    public void forgetAfterCommit(AccountId account) {
        AfterCommit.run(() -> forget(account));
    }

    public static String prefix(AccountId account) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The account named by the first 22 characters of a cookie or token. */
    public static Optional<AccountId> account(String secret) {
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
