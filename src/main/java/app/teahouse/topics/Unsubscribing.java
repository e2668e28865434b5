package app.teahouse.topics;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Refusal;
import app.teahouse.secrets.SiteKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The link in each mail by which its reader is spared of more, without signing in (RFC 8058). It names who, which circle and which topic, signed by
 * the site's key; so nothing of it is stored, and it opens nothing but this.
 */
@Component
public class Unsubscribing {
    private static final String PURPOSE = "topics.unsubscribe";
    private static final int NAMES = 33;
    private static final int SIGNATURE = 16;

    private final SiteKey siteKey;
    private final Topics topics;

    Unsubscribing(SiteKey siteKey, Topics topics) {
        this.siteKey = siteKey;
        this.topics = topics;
    }

    record Whose(AccountId account, CircleId circle, Topic topic) {}

    /** Where one press switches the topic off for that account; a path on this site. */
    public String path(AccountId account, CircleId circle, Topic topic) {
        var names = ByteBuffer.allocate(NAMES).put(mark(topic));
        put(names, account.value());
        put(names, circle.value());
        var whole = ByteBuffer.allocate(NAMES + SIGNATURE)
                .put(names.array())
                .put(sign(names.array()))
                .array();
        return "/unsubscribe/" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private byte[] sign(byte[] names) {
        return Arrays.copyOf(siteKey.mac(PURPOSE, names), SIGNATURE);
    }

    /** @throws Refusal {@code page.unknown} for what was not signed here */
    Whose read(String token) {
        var bytes = bytes(token);
        var names = Arrays.copyOf(bytes, NAMES);
        if (bytes.length != NAMES + SIGNATURE
                || !MessageDigest.isEqual(sign(names), Arrays.copyOfRange(bytes, NAMES, bytes.length))) {
            throw Refusal.notFound("page.unknown");
        }
        var ids = ByteBuffer.wrap(names);
        var topic = topic(ids.get());
        return new Whose(
                new AccountId(new UUID(ids.getLong(), ids.getLong())),
                new CircleId(new UUID(ids.getLong(), ids.getLong())),
                topic);
    }

    /** What stands for a topic in a link never changes, whatever is added to them. */
    private static byte mark(Topic topic) {
        return switch (topic) {
            case ANNOUNCEMENT_MAIL -> 1;
            default -> throw new IllegalArgumentException("No mail is sent about " + topic);
        };
    }

    private static Topic topic(byte mark) {
        if (mark != 1) {
            throw Refusal.notFound("page.unknown");
        }
        return Topic.ANNOUNCEMENT_MAIL;
    }

    private static byte[] bytes(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    /** Whether there still is somebody who gets mails of this circle. */
    boolean isThere(Whose whose) {
        return topics.isThere(whose.account(), whose.circle());
    }

    /** Wished or not: from the next mail on. */
    void choose(Whose whose, boolean wanted) {
        topics.choose(whose.account(), whose.circle(), whose.topic(), wanted);
    }
}
