package app.teahouse.accounts;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Refusal;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes, one lane), two at a time and never inside a transaction: each takes tens of
 * milliseconds and much memory.
 */
@Component
public class Passwords {
    static final int LEAST = 10;
    static final int MOST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final CommonPasswords common = new CommonPasswords();
    private final Semaphore permits = new Semaphore(2, true);
    private final AtomicLong hashed = new AtomicLong();
    /** Compared with where there is no account: nobody's password has this hash, and making it up costs a start nothing. */
    final String dummy = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));

    /** Length counts, not kinds of characters; what everybody tries first is refused. */
    public void check(Faults faults, String field, String password, String name, String email) {
        var length = password.codePointCount(0, password.length());
        faults.require(!password.isBlank(), field, "field.missing")
                .require(length >= LEAST, field, "password.too-short", Map.of("least", LEAST))
                .require(length <= MOST, field, "field.too-long", Map.of("most", MOST, "length", length))
                .require(!common.isCommon(plain(password)), field, "password.common")
                .require(!isTheirs(password, name, email), field, "password.yours");
    }

    private static boolean isTheirs(String password, String name, String email) {
        var core = core(password);
        return core.equals(core(email)) || core.equals(core(name)) || core.equals(core(email.replaceFirst("@.*", "")));
    }

    private static String core(String text) {
        return Folding.folded(text).replaceAll("[^\\p{L}]", "");
    }

    public String hash(String password) {
        return guarded(() -> argon2.encode(plain(password)));
    }

    /** Takes as long without a hash as with one. */
    public boolean matches(String password, @Nullable String hash) {
        var against = hash == null ? dummy : hash;
        return guarded(() -> argon2.matches(plain(shortened(password)), against)) && hash != null;
    }

    /** Whether the hash was made with weaker parameters than today's. */
    public boolean isOld(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    /** How many hashes were computed; tests compare ways through the code by it. */
    public long hashed() {
        return hashed.get();
    }

    private <T> T guarded(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A password is hashed inside a transaction");
        }
        try {
            if (!permits.tryAcquire(2, TimeUnit.SECONDS)) {
                throw Refusal.busy("site.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy("site.busy");
        }
        try {
            hashed.incrementAndGet();
            return work.get();
        } finally {
            permits.release();
        }
    }

    private static String random(int bytes) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
    }

    /** One password typed on two keyboards is one password. */
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static String shortened(String password) {
        return password.length() <= 2 * MOST ? password : password.substring(0, 2 * MOST);
    }
}
