package app.teahouse.passkeys;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.secrets.Secrets;
import app.teahouse.secrets.SiteKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The question that a passkey answers. Until the answer comes it lies in a cookie that the site's key has signed, for five
 * minutes; that it was answered lies in the database, so that no answer counts twice.
 */
@Component
class Challenges implements Job {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 500;

    private final Db db;
    private final Clock clock;
    private final SiteKey key;
    private final Settings settings;

    Challenges(Db db, Clock clock, SiteKey key, Settings settings) {
        this.db = db;
        this.clock = clock;
        this.key = key;
        this.settings = settings;
    }

    /** Asks a new question, for one purpose: making a passkey for an account, or signing in. */
    Bytes ask(String purpose, HttpServletResponse response) {
        var challenge = Bytes.random();
        var until = clock.instant().plus(LIFE).getEpochSecond();
        var value = challenge.toBase64UrlString()
                + '.'
                + until
                + '.'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(purpose, challenge, until));
        response.addHeader("Set-Cookie", cookie(value, LIFE));
        return challenge;
    }

    /** What was asked, if it was for this purpose, not long ago, and has not been answered. */
    Bytes answered(String purpose, HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, cookieName());
        response.addHeader("Set-Cookie", cookie("", Duration.ZERO));
        var parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
            throw Refusal.conflict("passkey.too-late");
        }
        var challenge = Bytes.fromBase64(parts[0]);
        var until = Long.parseLong(parts[1]);
        var given = parts[2].getBytes(StandardCharsets.US_ASCII);
        var right = Base64.getUrlEncoder().withoutPadding().encode(mac(purpose, challenge, until));
        if (!MessageDigest.isEqual(given, right)
                || clock.instant().isAfter(Instant.ofEpochSecond(until))
                || !useUp(challenge)) {
            throw Refusal.conflict("passkey.too-late");
        }
        return challenge;
    }

    private boolean useUp(Bytes challenge) {
        return db.sql("""
                insert into passkeys.answered (challenge_hash, answered_at)
                values (:hash, :now)
                    on conflict (challenge_hash) do nothing
                """)
                        .with("hash", Secrets.hash(challenge.toBase64UrlString()))
                        .with("now", clock.instant())
                        .run()
                == 1;
    }

    private byte[] mac(String purpose, Bytes challenge, long until) {
        return key.mac(
                "passkeys.challenge",
                purpose.getBytes(StandardCharsets.UTF_8),
                challenge.getBytes(),
                ByteBuffer.allocate(8).putLong(until).array());
    }

    private String cookieName() {
        return settings.isSecure() ? "__Host-passkey" : "passkey";
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(cookieName(), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.isSecure())
                .sameSite("Strict")
                .maxAge(life)
                .build()
                .toString();
    }

    @Override
    public String name() {
        return "passkeys.forget-challenges";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean step(Instant now) {
        var old = db.sql("""
                select challenge_hash
                  from passkeys.answered
                 where answered_at < :before
                 order by answered_at, challenge_hash
                 limit :limit
                """)
                .with("before", now.minus(LIFE.multipliedBy(2)))
                .with("limit", AT_ONCE)
                .all((row, n) -> row.getBytes(1));
        for (var hash : old) {
            db.sql("delete from passkeys.answered where challenge_hash = :hash")
                    .with("hash", hash)
                    .run();
        }
        return old.size() == AT_ONCE;
    }
}
