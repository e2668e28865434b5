package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/** Staff closed a letter of {@code account} that waited for an answer. */
public record LetterClosed(CircleId circle, UUID letter, UUID line, AccountId account, AccountId by, Instant at)
        implements Event {}
