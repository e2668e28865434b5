package app.teahouse.kernel;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where every room writes down what an operator decided, so that one operator can answer for another. The desk keeps it. */
public interface OperatorLog {

    /**
     * Part of the caller's transaction.
     *
     * @param deed one of the desk's words, such as {@code way}; each has a sentence
     * @param about the name that it had then
     * @param reason why, or nothing
     */
    void note(Operator operator, String deed, String about, @Nullable UUID aboutId, String reason);

    /**
     * The same of a circle or of all, with what its sentence names: texts, numbers and {@link Money}, which is said as each reader
     * writes it.
     *
     * @param circle whose name is read with the log, or null
     */
    void note(Operator operator, String deed, @Nullable CircleId circle, Map<String, Object> facts, String reason);
}
