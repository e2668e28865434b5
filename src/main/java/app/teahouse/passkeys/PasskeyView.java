package app.teahouse.passkeys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param usedAt when it last signed somebody in, or null
 * @param synced whether the device keeps it with others of the same person
 */
public record PasskeyView(
        String id, String name, Instant madeAt, @Nullable Instant usedAt, boolean synced) {}
