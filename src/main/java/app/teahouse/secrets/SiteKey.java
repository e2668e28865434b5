package app.teahouse.secrets;

import app.teahouse.kernel.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The one secret of this installation that is not in its database: what it signs or blinds means nothing to whoever gets hold of
 * the database alone. It lies in {@code <data>/site.key}, or comes from {@code TEAHOUSE_KEY} where several nodes must share it.
 */
@Component
public class SiteKey {
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    SiteKey(Settings settings) {
        var given = settings.key();
        this.key = new SecretKeySpec(
                given == null || given.isBlank()
                        ? inFile(settings.data().resolve("site.key"))
                        : longEnough(Base64.getDecoder().decode(given.strip()), "TEAHOUSE_KEY"),
                "HmacSHA256");
    }

    /**
     * HMAC-SHA256 over the purpose and the parts. The purpose keeps what one room signs from being taken for another's; lengths
     * are signed too, so that parts cannot be shifted into each other.
     */
    public byte[] mac(String purpose, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            add(mac, purpose.getBytes(StandardCharsets.UTF_8));
            for (var part : parts) {
                add(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another key of 256 bits for one purpose, from which this one can't be told (HKDF, RFC 5869). */
    SecretKey derive(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
        mac.update(part);
    }

    private static byte[] inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return longEnough(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The site's key cannot be kept in " + file, e);
        }
    }

    /** Written whole beside its place and then linked there: a crash leaves no half key, and two starts at once agree on one. */
    private static void create(Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var whole = Files.createTempFile(
                folder,
                "site",
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(whole, bytes);
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // The other start was first; its key is read.
        } finally {
            Files.delete(whole);
        }
    }

    private static byte[] longEnough(byte[] bytes, String from) {
        if (bytes.length < BYTES) {
            throw new IllegalStateException("The site's key in " + from + " is shorter than 32 bytes");
        }
        return bytes;
    }
}
