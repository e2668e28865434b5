package app.teahouse.luggage;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A circle that is coming in. Its own row comes last, so until then it exists for nobody.
 *
 * @param face how it will look; rendering needs it
 * @param by who brings it, its owner from now on
 * @param own the number under which that person was in the circle before; 0 if they were not
 * @param listing whether the site lists it, as for any circle that somebody founds
 */
public record Arrival(Face face, AccountId by, long own, String listing) {

    public CircleId circle() {
        return face.id();
    }

    /** The account of a member who came with the circle; 0 is everybody who had left it for good. */
    public AccountId account(long number) {
        return number == own && number != 0 ? by : placeholder(circle(), number);
    }

    /** An account that nobody has, in the place of a member until that person takes it over. */
    public static AccountId placeholder(CircleId circle, long number) {
        return new AccountId(uuid("member " + circle.value() + " " + number));
    }

    /** An id that can be made again, and that nobody can choose. Version 8 says so. */
    public static UUID uuid(String name) {
        try {
            var hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    (hash.getLong() & ~0xF000L) | 0x8000L,
                    (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
