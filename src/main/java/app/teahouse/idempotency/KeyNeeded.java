package app.teahouse.idempotency;

import app.teahouse.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What moves money is asked for with a key, so that a program that does not know whether it was heard can ask again. */
public final class KeyNeeded {
    private KeyNeeded() {}

    /** @throws Refusal {@code request.key-needed} where there is none */
    public static void check(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Refusal.invalid("Idempotency-Key", "request.key-needed");
        }
    }
}
