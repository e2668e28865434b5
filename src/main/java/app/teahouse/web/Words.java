package app.teahouse.web;

import app.teahouse.kernel.Money;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence of the product in English and Simplified Chinese, from {@code messages/<room>_<language>.properties}. Sentences
 * with facts are ICU message formats with named arguments: <code>{count, plural, one {# post} other {# posts}}</code>.
 */
@Component
public class Words {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Map<String, String> english = load("en");
    private final Map<String, String> chinese = load("zh_CN");
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    /** Sentences that say a small number, such as those under every card of a list: making one costs as much as a small query. */
    private final Map<String, String> counted = new ConcurrentHashMap<>();

    private static final long SMALL = 256;
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", ENGLISH);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", CHINESE);

    /** The language of ours that serves a reader best. */
    public static Locale nearest(@Nullable Locale wished) {
        return wished != null && wished.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    public String say(Locale locale, String key) {
        return sentence(locale, key);
    }

    /** {@code facts} are names and values in turn. */
    public String say(Locale locale, String key, Object... facts) {
        if (facts.length == 2 && (facts[1] instanceof Long || facts[1] instanceof Integer)) {
            var count = ((Number) facts[1]).longValue();
            if (count >= 0 && count < SMALL) {
                var name = (String) facts[0];
                return counted.computeIfAbsent(
                        String.join(" ", locale.getLanguage(), key, name, Long.toString(count)),
                        _ -> say(locale, key, Map.of(name, count)));
            }
        }
        var named = HashMap.<String, Object>newHashMap(facts.length / 2);
        for (var i = 0; i < facts.length; i += 2) {
            named.put((String) facts[i], facts[i + 1]);
        }
        return say(locale, key, named);
    }

    public String say(Locale locale, String key, Map<String, Object> facts) {
        var sentence = sentence(locale, key);
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        var format = parsed.computeIfAbsent(locale.getLanguage() + key, _ -> new MessageFormat(sentence, locale));
        var written = written(facts, locale);
        synchronized (format) {
            return format.format(written);
        }
    }

    /** A day with its year, as a language writes it. */
    public static String date(Locale locale, LocalDate day) {
        return (locale.getLanguage().equals("zh") ? CHINESE_DAY : ENGLISH_DAY).format(day);
    }

    /** Rules and logs know money and days, not how somebody writes them. */
    private static Map<String, Object> written(Map<String, Object> facts, Locale locale) {
        if (facts.values().stream().noneMatch(fact -> fact instanceof Money || fact instanceof LocalDate)) {
            return facts;
        }
        var written = new HashMap<>(facts);
        written.replaceAll((_, fact) -> switch (fact) {
            case Money money -> Prices.exact(money, locale);
            case LocalDate day -> date(locale, day);
            default -> fact;
        });
        return written;
    }

    public boolean has(String key) {
        return english.containsKey(key);
    }

    public Set<String> keys(Locale locale) {
        return of(locale).keySet();
    }

    /** A missing sentence shows its key: ugly enough to be noticed, and MessagesTest notices first. */
    private String sentence(Locale locale, String key) {
        var sentence = of(locale).get(key);
        return sentence == null ? english.getOrDefault(key, key) : sentence;
    }

    private Map<String, String> of(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    private static Map<String, String> load(String language) {
        var words = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties");
            for (var file : files) {
                var room = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    room.load(reader);
                }
                room.forEach((key, sentence) -> words.put((String) key, (String) sentence));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }
}
