package app.teahouse.removals;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.removals.Removal.Back;
import app.teahouse.removals.Removal.Money;
import app.teahouse.removals.Removal.Words;
import app.teahouse.web.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the forms on which staff remove; what a form or a program leaves out is the mildest. */
public final class RemovalForm {
    private RemovalForm() {}

    static Remove.Wish wish(Form form, ZoneId zone) {
        var back = back(form.text("back"));
        return new Remove.Wish(form.value("reason"), back, until(back, form, zone), words(form.text("words")));
    }

    static Back back(@Nullable String name) {
        return constant(Back.class, "back", name, Back.ASK);
    }

    static Words words(@Nullable String name) {
        return constant(Words.class, "words", name, Words.KEEP);
    }

    static Money money(@Nullable String name) {
        return constant(Money.class, "money", name, Money.LATER);
    }

    /** The first moment of the day that was typed, by the circle's clock. */
    static @Nullable Instant until(Back back, Form form, ZoneId zone) {
        if (back != Back.DAY) {
            return null;
        }
        try {
            return LocalDate.parse(form.value("until")).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("until", "removal.day");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable String name, E usual) {
        if (name == null || name.isEmpty()) {
            return usual;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Db.name(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "field.unknown-choice"));
    }

    /** The numbers of the members it is about, as they stand in an address or a form. */
    static List<Long> numbers(@Nullable List<String> typed) {
        var numbers = new ArrayList<Long>();
        for (var number : Objects.requireNonNullElse(typed, List.<String>of())) {
            if (!number.matches("[0-9]{1,18}")) {
                throw Refusal.notFound("member.unknown");
            }
            numbers.add(Long.valueOf(number));
        }
        return numbers.stream().distinct().toList();
    }
}
