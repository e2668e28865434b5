package app.teahouse.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an act changes, field by field: said by the operation that knows it, heard by who keeps a log of the acts. It belongs to a thread, as
 * a request does; where nobody listens nothing is kept.
 */
public final class Differences {
    private static final int MOST = 20;
    private static final ThreadLocal<@Nullable List<Difference>> HEARD = new ThreadLocal<>();

    private Differences() {}

    /**
     * @param field has a word in the log
     * @param before how it was, empty for nothing; as is {@code after}
     */
    public record Difference(String field, String before, String after) {

        /** Whether anything is different. */
        public boolean isOne() {
            return !before.equals(after);
        }
    }

    /** From now on what is said on this thread is heard. */
    public static void listen() {
        HEARD.set(new ArrayList<>());
    }

    /** What was said since, in its order; listens no more. */
    public static List<Difference> heard() {
        var heard = HEARD.get();
        HEARD.remove();
        return heard == null ? List.of() : List.copyOf(heard);
    }

    /** Says nothing where both are the same. */
    public static void say(String field, @Nullable Object before, @Nullable Object after) {
        var heard = HEARD.get();
        var was = text(before);
        var is = text(after);
        if (heard != null && heard.size() < MOST && !was.equals(is)) {
            heard.add(new Difference(field, was, is));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
