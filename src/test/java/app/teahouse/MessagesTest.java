package app.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps both languages whole: every key exists in both, names the same facts, and every key that code uses exists. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern USED = Pattern.compile(
            "(?:\\.t|say|saying|words\\.say)\\(\\s*(?:[a-zA-Z.()]+,\\s*)?\"([a-z][a-z0-9-]*\\.[a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern REFUSED = Pattern.compile(
            "Refusal\\s*\\.(?:notFound|notAllowed|conflict|tooMany|busy)\\(\\s*\"([a-z0-9.-]+)\"|invalid\\(\\s*\"[^\"]*\",\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern SHOWN = Pattern.compile("(?:\\bname ?= ?|error\\()\"([a-zA-Z]+)\"");
    private static final Pattern FIELD = Pattern.compile(
            "invalid\\(\\s*\"(\\w+)\",|,\\s*\"([a-zA-Z]+)\",\\s*\"[a-z]+(?:[.-][a-z]+)+\"(?:,\\s*Map\\.of\\([^;]*?\\))?\\)");
    private static final Set<String> ONLY_IN_PROGRAMS =
            Set.of("audiences", "request", "expiresAt", "passkey", "seconds", "show", "stop");

    private final Map<String, String> english = read("en");
    private final Map<String, String> chinese = read("zh_CN");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(only(english, chinese)).as("Only in English").isEmpty();
        assertThat(only(chinese, english)).as("Only in Chinese").isEmpty();
    }

    @Test
    void both_languages_name_the_same_facts() {
        for (var key : english.keySet()) {
            assertThat(facts(key, chinese)).as(key).isEqualTo(facts(key, english));
        }
    }

    @Test
    void nothing_is_said_that_has_no_words() throws IOException {
        var missing = new TreeSet<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            USED.matcher(text).results().map(match -> match.group(1)).forEach(key -> {
                if (!english.containsKey(key)) {
                    missing.add(file.getFileName() + ": " + key);
                }
            });
            REFUSED.matcher(text)
                    .results()
                    .map(match -> "problem." + (match.group(1) == null ? match.group(2) : match.group(1)))
                    .forEach(key -> {
                        if (!english.containsKey(key)) {
                            missing.add(file.getFileName() + ": " + key);
                        }
                    });
        }
        assertThat(missing)
                .as("Keys that code and templates name and messages/<room>_en.properties does not have")
                .isEmpty();
    }

    /** A sentence in the wrong language is one that nobody translated. */
    @Test
    void english_is_english() {
        assertThat(english.entrySet().stream()
                        .filter(entry -> !entry.getKey().startsWith("web.language."))
                        .filter(entry -> entry.getValue().codePoints().anyMatch(Character::isIdeographic))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    /** Two apostrophes are one in a sentence with facts, and two in every other. */
    @Test
    void no_apostrophe_is_doubled_where_nothing_halves_it() {
        for (var words : List.of(english, chinese)) {
            assertThat(words.entrySet().stream()
                            .filter(entry -> entry.getValue().indexOf('{') < 0)
                            .filter(entry -> entry.getValue().contains("''"))
                            .map(Map.Entry::getKey))
                    .isEmpty();
        }
    }

    /** What is wrong with a field is said beside it, which needs a field of that name on some page. */
    @Test
    void what_is_wrong_with_a_field_is_said_at_a_field() throws IOException {
        var shown = new TreeSet<String>();
        var refused = new TreeSet<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            if (file.toString().endsWith(".jte")) {
                SHOWN.matcher(text).results().map(match -> match.group(1)).forEach(shown::add);
            } else {
                FIELD.matcher(text)
                        .results()
                        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                        .forEach(refused::add);
            }
        }
        refused.removeAll(shown);
        refused.removeAll(ONLY_IN_PROGRAMS);
        assertThat(refused).isEmpty();
    }

    private static Set<String> only(Map<String, String> here, Map<String, String> there) {
        var keys = new TreeSet<>(here.keySet());
        keys.removeAll(there.keySet());
        return keys;
    }

    private static Set<String> facts(String key, Map<String, String> words) {
        var sentence = words.getOrDefault(key, "");
        return sentence.indexOf('{') < 0 ? Set.of() : Set.copyOf(new MessageFormat(sentence).getArgumentNames());
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var folder : List.of("src/main/java", "src/main/jte")) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")
                                || file.toString().endsWith(".jte"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    /** Of a key that stands twice in a file the last would win, and silently. */
    private static final class Once extends Properties {
        @Override
        public synchronized @Nullable Object put(Object key, Object sentence) {
            var before = super.put(key, sentence);
            assertThat(before).as(key + " stands twice in its room").isNull();
            return before;
        }
    }

    private static Map<String, String> read(String language) {
        var words = new HashMap<String, String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(f -> f.toString().endsWith("_" + language + ".properties"))
                    .collect(Collectors.toList())) {
                var room = new Once();
                room.load(new StringReader(Files.readString(file)));
                room.forEach((key, sentence) -> {
                    var before = words.put((String) key, (String) sentence);
                    assertThat(before).as(key + " stands in two rooms").isNull();
                });
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return words;
    }
}
