package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote in a letter.
 *
 * @param author null where that account is gone
 * @param staff whether it was written for the circle
 */
public record LetterLine(LineId id, @Nullable AccountId author, boolean staff, String text, Instant madeAt) {}
