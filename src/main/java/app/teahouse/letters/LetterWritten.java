package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter waits for the staff now; more that its member writes before an answer is not told again.
 *
 * @param line the first line that waits
 * @param matter what it is about, such as {@code refund}
 */
public record LetterWritten(CircleId circle, UUID letter, UUID line, AccountId account, String matter, Instant at)
        implements Event {}
