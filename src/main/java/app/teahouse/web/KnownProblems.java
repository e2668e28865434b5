package app.teahouse.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralFormat;
import com.ibm.icu.text.SelectFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Every code with which the product says no, and with which status it may come. {@code api/problems.properties} is written by
 * ProblemsTest from the sources.
 */
@Component
public class KnownProblems {
    private final Words words;
    private final Properties statuses = read();

    KnownProblems(Words words) {
        this.words = words;
    }

    /**
     * A code for those who ask what it means.
     *
     * @param sentence with example facts in it
     */
    public record ProblemView(String code, List<Integer> statuses, String sentence) {}

    public boolean has(String code) {
        return statuses.containsKey(code);
    }

    public List<ProblemView> all(Locale locale) {
        return statuses.stringPropertyNames().stream()
                .sorted()
                .map(code -> one(locale, code))
                .toList();
    }

    public ProblemView one(Locale locale, String code) {
        var known = Arrays.stream(statuses.getProperty(code, "").split(","))
                .filter(status -> !status.isBlank())
                .map(Integer::valueOf)
                .toList();
        return new ProblemView(code, known, example(locale, words.say(locale, "problem." + code)));
    }

    /** The sentence with facts made up: numbers are 3, words an ellipsis. */
    private static String example(Locale locale, String sentence) {
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        var format = new MessageFormat(sentence, locale);
        Map<String, Object> facts = new HashMap<>();
        for (var name : format.getArgumentNames()) {
            var kind = format.getFormatByArgumentName(name);
            if (kind instanceof PluralFormat || kind instanceof NumberFormat) {
                facts.put(name, 3);
            } else {
                facts.put(name, kind instanceof SelectFormat ? "other" : "…");
            }
        }
        try {
            return Objects.requireNonNull(format.format(facts));
        } catch (IllegalArgumentException e) {
            return sentence;
        }
    }

    private static Properties read() {
        var known = new Properties();
        try (var in = new ClassPathResource("api/problems.properties").getInputStream()) {
            known.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
