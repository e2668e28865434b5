package app.teahouse.packing;

import app.teahouse.accounts.Email;
import app.teahouse.secrets.SiteKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes the marks by which members of a circle are known again on another site without their addresses. The key is derived from a
 * passphrase that is never stored; while it is needed, it is stored blinded by the site's own key.
 */
@Component
public class Keys {
    private static final int ROUNDS = 600_000;
    private static final int BYTES = 32;

    private final SiteKey siteKey;

    Keys(SiteKey siteKey) {
        this.siteKey = siteKey;
    }

    /** The salt is the circle's first id: the same passphrase gives the same marks in every export of one circle. */
    public byte[] derive(String passphrase, UUID circle) {
        try {
            var salt = ("teahouse-circle 1 " + circle).getBytes(StandardCharsets.UTF_8);
            var spec = new PBEKeySpec(passphrase.strip().toCharArray(), salt, ROUNDS, BYTES * 8);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What tells the right passphrase from a wrong one. */
    public String check(byte[] key) {
        return HexFormat.of().formatHex(mac(key, "check"), 0, 8);
    }

    public String mark(byte[] key, Email email) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, "person " + email.text()));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Blinds a key, or shows it again. A run is blinded once, so nothing is learned from two. */
    public byte[] blind(byte[] key, UUID run) {
        var pad = siteKey.mac("packing.key", run.toString().getBytes(StandardCharsets.UTF_8));
        var blinded = new byte[BYTES];
        for (var i = 0; i < BYTES; i++) {
            blinded[i] = (byte) (key[i] ^ pad[i]);
        }
        return blinded;
    }
}
