package app.teahouse.verdicts;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator typed about a circle, made into a wish. */
public final class VerdictForm {
    private VerdictForm() {}

    /** What can be decided about a circle as it stands: what is frozen can still be closed, what is closed or gone can be neither. */
    public static List<String> kinds(@Nullable Face circle) {
        if (circle == null) {
            return List.of();
        }
        var halt = circle.halt();
        return Arrays.stream(Verdict.Kind.values())
                .filter(kind -> switch (kind) {
                    case WARNED, UNLISTED -> true;
                    case FROZEN -> halt == null;
                    case CLOSED -> halt == null || !halt.closing();
                })
                .map(Db::name)
                .toList();
    }

    static Verdict.Kind kind(@Nullable String name) {
        return Arrays.stream(Verdict.Kind.values())
                .filter(kind -> Db.name(kind).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "field.unknown-choice"));
    }

    /** @throws Refusal {@code field.range} at {@code days} for what is no number */
    public static @Nullable Integer days(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("days", "field.range").with("least", 1).with("most", MakeVerdict.LONGEST_FREEZE);
        }
    }
}
