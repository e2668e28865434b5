package app.teahouse.review;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import app.teahouse.web.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the form on which staff decide. */
public final class ReviewForm {
    /** For how many days somebody can be muted from here; 0 until staff look again. */
    public static final List<Integer> DAYS = List.of(1, 3, 7, 30, 90, 0);

    private ReviewForm() {}

    static Choice choice(Form form) {
        var reason = form.value("reason").strip();
        var rule = form.value("rule").strip();
        return choice(
                number("turn", form.value("turn")),
                form.value("fate"),
                form.value("measure"),
                form.value("measure").equals("mute") ? number("muteDays", form.value("muteDays")) : null,
                rule.isEmpty() ? reason : reason.isEmpty() ? rule : rule + "\n" + reason);
    }

    static Choice choice(
            int turn,
            @Nullable String fate,
            @Nullable String measure,
            @Nullable Integer days,
            @Nullable String reason) {
        return new Choice(
                turn,
                constant(Fate.class, "fate", Objects.requireNonNullElse(fate, "")),
                measure == null || measure.isEmpty() ? Measure.NONE : constant(Measure.class, "measure", measure),
                days,
                Objects.requireNonNullElse(reason, ""));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Db.name(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "review." + field));
    }

    private static int number(String field, String typed) {
        if (!typed.matches("[0-9]{1,9}")) {
            throw Refusal.invalid(field, "field.unknown-choice");
        }
        return Integer.parseInt(typed);
    }
}
