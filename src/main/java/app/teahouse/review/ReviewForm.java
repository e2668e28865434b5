package app.teahouse.review;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.removals.Removal.Back;
import app.teahouse.removals.Removal.Words;
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

    /** Whether somebody who is removed from here may come back, and what becomes of their words; the mildest first. */
    public static final List<String> BACKS = List.of("ask", "day", "never");

    public static final List<String> WORDS = List.of("keep", "hide", "delete");

    private ReviewForm() {}

    static Choice choice(Form form) {
        var reason = form.value("reason").strip();
        var rule = form.value("rule").strip();
        return choice(
                number("turn", form.value("turn")),
                form.value("fate"),
                form.value("measure"),
                form.value("measure").equals("mute") ? number("muteDays", form.value("muteDays")) : null,
                form.text("back"),
                form.text("words"),
                rule.isEmpty() ? reason : reason.isEmpty() ? rule : rule + "\n" + reason);
    }

    static Choice choice(
            int turn,
            @Nullable String fate,
            @Nullable String measure,
            @Nullable Integer days,
            @Nullable String back,
            @Nullable String words,
            @Nullable String reason) {
        return new Choice(
                turn,
                constant(Fate.class, "fate", Objects.requireNonNullElse(fate, "")),
                measure == null || measure.isEmpty() ? Measure.NONE : constant(Measure.class, "measure", measure),
                days,
                back == null || back.isEmpty() ? Back.ASK : constant(Back.class, "back", back),
                words == null || words.isEmpty() ? Words.KEEP : constant(Words.class, "words", words),
                Objects.requireNonNullElse(reason, ""));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Db.name(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        field, List.of("back", "words").contains(field) ? "field.unknown-choice" : "review." + field));
    }

    private static int number(String field, String typed) {
        if (!typed.matches("[0-9]{1,9}")) {
            throw Refusal.invalid(field, "field.unknown-choice");
        }
        return Integer.parseInt(typed);
    }
}
