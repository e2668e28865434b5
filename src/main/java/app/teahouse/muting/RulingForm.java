package app.teahouse.muting;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Surface;
import app.teahouse.speaking.Preset;
import app.teahouse.speaking.Ruling;
import app.teahouse.web.Form;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the form on which staff say who may write where. */
public final class RulingForm {
    /** What can be chosen for how long, in the order of the page. */
    public static final List<String> TERMS = List.of("day", "three-days", "week", "month", "through", "review", "ever");

    private RulingForm() {}

    static Rule.Wish wish(Form form) {
        var kind = constant(Ruling.Kind.class, "kind", form.value("kind"));
        var preset = kind == Ruling.Kind.GRANT ? Preset.CHOSEN : constant(Preset.class, "preset", form.value("preset"));
        return new Rule.Wish(kind, preset, surfaces(form), term(form), form.value("reason"), form.text("about"));
    }

    static List<Surface> surfaces(Form form) {
        return form.values("surfaces").stream()
                .map(name -> constant(Surface.class, "surfaces", name))
                .toList();
    }

    private static Term term(Form form) {
        return switch (form.value("term")) {
            case "day" -> new Term.For(Duration.ofDays(1));
            case "three-days" -> new Term.For(Duration.ofDays(3));
            case "week" -> new Term.For(Duration.ofDays(7));
            case "month" -> new Term.For(Duration.ofDays(30));
            case "through" -> new Term.Through(day(form));
            case "review" -> new Term.Review();
            case "ever" -> new Term.ForGood();
            default -> throw Refusal.invalid("term", "field.unknown-choice");
        };
    }

    private static LocalDate day(Form form) {
        try {
            return LocalDate.parse(form.value("until"));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("until", "ruling.day");
        }
    }

    /** A time of the day, to the minute. */
    static LocalTime time(String field, @Nullable String typed) {
        try {
            return LocalTime.parse(Objects.requireNonNullElse(typed, "")).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "hush.time");
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Db.name(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "field.unknown-choice"));
    }

    /** The numbers of the members it is about, as they stand in an address or a form. */
    static List<Long> numbers(List<String> typed) {
        var numbers = new ArrayList<Long>();
        for (var number : typed) {
            if (!number.matches("[0-9]{1,18}")) {
                throw Refusal.notFound("member.unknown");
            }
            numbers.add(Long.valueOf(number));
        }
        return numbers.stream().distinct().toList();
    }
}
