package app.teahouse.web;

import app.teahouse.kernel.Refusal;
import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a person typed into a form. When the system says no, the same form is shown again with everything typed and a sentence
 * next to each field that is wrong.
 */
public final class Form {
    private final Map<String, String[]> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** The fields whose sentence a page asked for. */
    private final Set<String> told;

    private final Words words;
    private final Locale locale;
    private @Nullable String problem;

    Form(Map<String, String[]> values, Words words, Locale locale) {
        this(values, words, locale, new HashSet<>());
    }

    private Form(Map<String, String[]> values, Words words, Locale locale, Set<String> told) {
        this.values = values;
        this.words = words;
        this.locale = locale;
        this.told = told;
    }

    /** A form that nobody has filled in yet, with what its fields hold at first: names and values in turn. */
    public static Form blank(Frame frame, @Nullable Object... namesAndValues) {
        var values = new HashMap<String, String[]>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value instanceof List<?> many) {
                values.put(
                        (String) namesAndValues[i],
                        many.stream().map(String::valueOf).toArray(String[]::new));
            } else if (value != null && !Boolean.FALSE.equals(value)) {
                values.put((String) namesAndValues[i], new String[] {value.toString()});
            }
        }
        return new Form(values, frame.words(), frame.locale());
    }

    /**
     * One of several forms on a page: this one if it was sent to that address, else one with what its fields hold at first.
     *
     * @param action where it posts to
     */
    public Form at(Frame frame, String action, @Nullable Object... namesAndValues) {
        return isRefused() && frame.path().equals(action) ? this : blank(frame, namesAndValues);
    }

    /** The same with other things in some fields; what is wrong is said where it was. */
    public Form with(Map<String, List<String>> others) {
        var all = new HashMap<>(values);
        others.forEach((field, held) -> all.put(field, held.toArray(String[]::new)));
        var other = new Form(all, words, locale, told);
        other.errors.putAll(errors);
        other.problem = problem;
        return other;
    }

    /** What stands in a field, or nothing. */
    public String value(String field) {
        var all = values.get(field);
        return all == null || all.length == 0 ? "" : all[0].replace("\r\n", "\n");
    }

    /** What stands in a field, without spaces around it, or null if that is nothing. */
    public @Nullable String text(String field) {
        var value = value(field).strip();
        return value.isEmpty() ? null : value;
    }

    public List<String> values(String field) {
        var all = values.get(field);
        return all == null ? List.of() : List.of(all);
    }

    /** Whether a box is ticked or a choice made. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    /** What is wrong with a field, as a sentence, or null. */
    public @Nullable String error(String field) {
        told.add(field);
        return errors.get(field);
    }

    /** What is wrong with the whole, as a sentence, or null. */
    public @Nullable String problem() {
        return problem;
    }

    public boolean isRefused() {
        return problem != null || !errors.isEmpty();
    }

    /**
     * Does what the form is for. If that is refused as invalid, in conflict or too often, the form is shown again.
     *
     * @param again makes the page with the form on it
     */
    public Page submit(Supplier<Page> action, Function<Form, JteModel> again) {
        try {
            return action.get();
        } catch (Refusal refusal) {
            var status = Problems.status(refusal.kind());
            if (status != HttpStatus.UNPROCESSABLE_CONTENT
                    && status != HttpStatus.CONFLICT
                    && status != HttpStatus.TOO_MANY_REQUESTS
                    && status != HttpStatus.SERVICE_UNAVAILABLE) {
                throw refusal;
            }
            note(refusal);
            return Page.of(telling(again)).with(status);
        }
    }

    /** The page, on which what is wrong with a field that has no place there is said of the whole. */
    private JteModel telling(Function<Form, JteModel> again) {
        var page = again.apply(this);
        if (errors.isEmpty()) {
            return page;
        }
        page.render();
        var untold = errors.entrySet().stream()
                .filter(error -> !told.contains(error.getKey()))
                .toList();
        if (untold.isEmpty()) {
            return page;
        }
        problem = untold.stream().map(Map.Entry::getValue).distinct().collect(Collectors.joining(" "));
        return again.apply(this);
    }

    private void note(Refusal refusal) {
        for (var fault : refusal.faults()) {
            errors.putIfAbsent(fault.field(), words.say(locale, "problem." + fault.code(), fault.facts()));
        }
        if (errors.isEmpty()) {
            problem = words.say(locale, "problem." + refusal.code(), refusal.facts());
        }
    }
}
