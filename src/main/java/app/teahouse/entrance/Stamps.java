package app.teahouse.entrance;

import app.teahouse.kernel.Refusal;
import app.teahouse.secrets.SiteKey;
import app.teahouse.web.Stamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The moment at which a form was opened, signed with the site's key: {@code milliseconds.signature}. */
@Component
class Stamps implements Stamp {
    static final Duration TYPING = Duration.ofSeconds(2);
    static final Duration OPEN_FOR = Duration.ofHours(24);

    private final SiteKey key;
    private final Clock clock;

    Stamps(SiteKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String now() {
        var at = Long.toString(clock.instant().toEpochMilli());
        return at + "." + signature(at);
    }

    /**
     * What it tells about who sent it, or nothing.
     *
     * @throws Refusal {@code sign-up.expired}: the form comes again as it was typed, with a new stamp
     */
    Optional<Sign> look(@Nullable String stamp) {
        var opened = opened(stamp);
        if (opened.isEmpty()) {
            return Optional.of(Sign.UNOPENED);
        }
        var open = Duration.between(opened.get(), clock.instant());
        if (open.compareTo(OPEN_FOR) > 0) {
            throw Refusal.conflict("sign-up.expired");
        }
        return open.compareTo(TYPING) < 0 ? Optional.of(Sign.QUICK) : Optional.empty();
    }

    private Optional<Instant> opened(@Nullable String stamp) {
        if (stamp == null || !stamp.matches("[0-9]{10,15}\\.[A-Za-z0-9_-]{20,60}")) {
            return Optional.empty();
        }
        var parts = stamp.split("\\.", 2);
        var right = MessageDigest.isEqual(
                signature(parts[0]).getBytes(StandardCharsets.US_ASCII), parts[1].getBytes(StandardCharsets.US_ASCII));
        return right ? Optional.of(Instant.ofEpochMilli(Long.parseLong(parts[0]))) : Optional.empty();
    }

    private String signature(String at) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.mac("entrance.stamp", at.getBytes(StandardCharsets.US_ASCII)));
    }
}
