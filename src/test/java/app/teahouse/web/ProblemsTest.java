package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Refusal;
import app.teahouse.testing.Committed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every code with which the product says no has a sentence in both languages, a page, and a heading in docs/api/problems.md. */
class ProblemsTest {
    private static final Pattern REFUSED = Pattern.compile(
            "Refusal\\s*\\.(notFound|notAllowed|conflict|tooMany|busy|invalid)\\(([^;]*)", Pattern.DOTALL);
    private static final Pattern REQUIRED =
            Pattern.compile("\\.require\\(([^;]*?)(?=\\.require\\(|\\.refuse\\(|;)", Pattern.DOTALL);
    private static final Pattern SILENCE = Pattern.compile("new Silence\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern CODE =
            Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+)\"");
    private static final Map<String, Refusal.Kind> KINDS = Map.of(
            "notFound", Refusal.Kind.NOT_FOUND,
            "notAllowed", Refusal.Kind.NOT_ALLOWED,
            "conflict", Refusal.Kind.CONFLICT,
            "tooMany", Refusal.Kind.TOO_MANY,
            "busy", Refusal.Kind.BUSY,
            "invalid", Refusal.Kind.INVALID);

    private final Words words = new Words();
    private final Map<String, Set<Integer>> codes = read();

    @Test
    void every_code_has_a_sentence() {
        assertThat(codes.keySet().stream().filter(code -> !words.has("problem." + code)))
                .as("Codes without a sentence: add problem.<code> to the messages of the room, in both languages")
                .isEmpty();
    }

    /** If this fails, the file has just been written anew: look at the difference and commit it. */
    @Test
    void every_code_has_a_page() throws IOException {
        var lines = codes.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "# Written by ProblemsTest from the sources; do not edit.\n", "\n"));
        Committed.assertSame(Path.of("src/main/resources/api/problems.properties"), lines);
    }

    /** If this fails, the file has just been written anew: look at the difference and commit it. */
    @Test
    void every_code_has_a_heading_in_the_documentation() throws IOException {
        var known = codes.entrySet().stream()
                .map(entry -> "\n## " + entry.getKey() + "\n"
                        + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (entry.getValue().isEmpty() ? "" : ". ")
                        + words.say(Locale.ENGLISH, "problem." + entry.getKey()) + "\n")
                .collect(Collectors.joining());
        Committed.assertSame(Path.of("docs/api/problems.md"), """
                # Problems

                Written by ProblemsTest from the sources; do not edit. Whenever the product says no, the answer is a problem (RFC 9457)
                with one of these codes in `code`; its `type` is the address of a page that explains it. Codes never change their
                meaning. Facts in braces stand in the answer under the same name. Where fields are wrong, `errors` names each with its
                own code.
                """ + known);
    }

    private Map<String, Set<Integer>> read() {
        var found = new TreeMap<String, Set<Integer>>();
        found.put("sign-in.needed", new TreeSet<>(Set.of(401)));
        found.put("site.bug", new TreeSet<>(Set.of(500)));
        for (var source : sources()) {
            REFUSED.matcher(source).results().forEach(match -> {
                var kind = Objects.requireNonNull(KINDS.get(match.group(1)));
                codes(kind, match.group(2)).forEach(code -> note(found, code, kind));
            });
            REQUIRED.matcher(source)
                    .results()
                    .forEach(match ->
                            lastCodes(match.group(1)).forEach(code -> note(found, code, Refusal.Kind.INVALID)));
            SILENCE.matcher(source).results().forEach(match -> note(found, match.group(1), Refusal.Kind.NOT_ALLOWED));
        }
        words.keys(Locale.ENGLISH).stream()
                .filter(key -> key.startsWith("problem."))
                .forEach(key -> found.putIfAbsent(key.substring("problem.".length()), new TreeSet<>()));
        return found;
    }

    /** The codes named in the arguments of a refusal; other words with dots in them are facts or fields. */
    private List<String> codes(Refusal.Kind kind, String arguments) {
        var all = lastCodes(arguments);
        var known = all.stream().filter(code -> words.has("problem." + code)).toList();
        return known.isEmpty() && kind != Refusal.Kind.INVALID
                ? all.stream().limit(1).toList()
                : known;
    }

    private static List<String> lastCodes(String arguments) {
        return CODE.matcher(arguments).results().map(match -> match.group(1)).toList();
    }

    private static void note(Map<String, Set<Integer>> found, String code, Refusal.Kind kind) {
        found.computeIfAbsent(code, _ -> new TreeSet<>())
                .add(Problems.status(kind).value());
    }

    private static List<String> sources() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var sources = new ArrayList<String>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
