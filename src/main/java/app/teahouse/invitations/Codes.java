package app.teahouse.invitations;

import app.teahouse.secrets.Secrets;
import app.teahouse.secrets.SiteKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The code of an invitation: 128 bits that only this installation can compute from the invitation's id. So it can be shown again
 * whenever somebody wants to share it, while the database holds nothing but its hash.
 */
@Component
class Codes {
    private static final int BYTES = 16;

    private final SiteKey key;

    Codes(SiteKey key) {
        this.key = key;
    }

    String of(InvitationId id) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(key.mac("invitations.code", bytes), BYTES));
    }

    static byte[] hash(String code) {
        return Secrets.hash(code);
    }
}
