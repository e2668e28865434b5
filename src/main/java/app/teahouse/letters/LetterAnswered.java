package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/** Staff answered a letter of {@code account}. */
public record LetterAnswered(CircleId circle, UUID letter, UUID line, AccountId account, AccountId by, Instant at)
        implements Event {}
