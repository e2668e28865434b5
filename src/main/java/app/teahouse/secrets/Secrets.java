package app.teahouse.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes the secrets that are put into links, cookies and tokens, and the hashes of them that are stored. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** {@code bits} of randomness (at least 128), written in URL-safe base 64. */
    public static String next(int bits) {
        if (bits < 128) {
            throw new IllegalArgumentException("A secret has at least 128 bits");
        }
        var bytes = new byte[bits / 8];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 130 bits of randomness to be read and typed by people: 26 letters and digits, none of which look alike. */
    public static String code() {
        var code = new StringBuilder();
        for (var i = 0; i < 26; i++) {
            code.append("abcdefghjkmnpqrstuvwxyz023456789".charAt(RANDOM.nextInt(32)));
        }
        return code.toString();
    }

    /** SHA-256. Enough for secrets of 128 random bits; passwords are hashed by Argon2 in {@code accounts}. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
