package app.teahouse.tokens;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as its owner sees it: everything but the secret. */
public record TokenView(
        UUID id,
        String name,
        List<String> scopes,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt) {}
