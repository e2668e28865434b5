package app.teahouse.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/** A member who asks for pages, with a browser's cookie and a program's token. */
record Reader(UUID account, String secret) {

    static Reader of(UUID account) {
        return new Reader(account, base64(hash("bench " + account)));
    }

    String cookies() {
        return "Cookie: s=" + prefix() + secret + "; csrf=6f9619ff-8b86-4011-b42d-00cf4fc964ff\r\n";
    }

    String token() {
        return "Authorization: Bearer th_" + prefix() + secret + "\r\n";
    }

    byte[] secretHash() {
        return hash(secret);
    }

    private String prefix() {
        return base64(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
