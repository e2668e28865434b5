package app.teahouse.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter with its lines.
 *
 * @param lines the oldest first
 * @param earlier what to ask for the lines before these with, or null
 */
public record LetterThread(
        LetterView view,
        List<LetterLineView> lines,
        @Nullable String earlier,
        LetterMatter matter) {}
