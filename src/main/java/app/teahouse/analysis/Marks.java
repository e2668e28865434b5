package app.teahouse.analysis;

import org.jspecify.annotations.Nullable;

/** Which words of a text are to be marked. */
public interface Marks {

    /** Which of the words that are looked for this is, the same for all its forms; null where it is none. */
    @Nullable
    String of(Token token);

    /** How many different words there can be at most. */
    int words();
}
