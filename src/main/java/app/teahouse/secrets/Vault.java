package app.teahouse.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals what has to be read again later and may not lie open in the database, such as the key of a payment gateway: AES-256-GCM under
 * a key derived from the site's. What was sealed opens only for the same purpose and row, so that a row's secret copied into another
 * is nothing.
 */
@Component
public class Vault {
    private static final byte FORM = 1;
    private static final int KEY_ID = 4;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final byte[] keyId;

    Vault(SiteKey siteKey) {
        this.key = siteKey.derive("vault");
        this.keyId = Arrays.copyOf(siteKey.mac("vault.key-id"), KEY_ID);
    }

    /** What is stored: form (1 byte), key id (4), nonce (12), then what was sealed with its tag. */
    public byte[] seal(String purpose, UUID row, String secret) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose, row);
            var sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + KEY_ID + NONCE + sealed.length)
                    .put(FORM)
                    .put(keyId)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What was sealed, or nothing where that was under another key of this site: then it has to be typed in again.
     *
     * @throws IllegalStateException if it was changed, or is of another purpose or row
     */
    public Optional<String> open(String purpose, UUID row, byte[] sealed) {
        var bytes = ByteBuffer.wrap(sealed);
        var id = new byte[KEY_ID];
        var nonce = new byte[NONCE];
        if (sealed.length < 1 + KEY_ID + NONCE || bytes.get() != FORM) {
            throw new IllegalStateException("This was not sealed here");
        }
        bytes.get(id).get(nonce);
        if (!Arrays.equals(id, keyId)) {
            return Optional.empty();
        }
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, nonce, purpose, row).doFinal(rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was sealed for " + purpose + " was changed", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose, UUID row) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((purpose + ' ' + row).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
