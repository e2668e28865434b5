package app.teahouse.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines between two {@code ---} at the head of a Markdown file, as static site generators write them. Only flat
 * {@code key: value} lines and lists of words are understood.
 */
record FrontMatter(Map<String, List<String>> fields, String body) {
    private static final Pattern BLOCK =
            Pattern.compile("\\A---[ \\t]*\\R(.{0,8000}?)\\R---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_]+)\\s*:\\s*(.*)");

    static FrontMatter of(String text) {
        var block = BLOCK.matcher(text);
        if (!block.find()
                || block.group(1).lines().noneMatch(line -> FIELD.matcher(line).matches())) {
            return new FrontMatter(Map.of(), text);
        }
        var fields = new HashMap<String, List<String>>();
        var last = "";
        for (var line : block.group(1).lines().toList()) {
            var field = FIELD.matcher(line);
            if (field.matches()) {
                last = field.group(1).toLowerCase(Locale.ROOT);
                fields.put(last, new ArrayList<>(words(field.group(2))));
            } else if (line.strip().startsWith("- ") && fields.containsKey(last)) {
                fields.get(last).add(unquoted(line.strip().substring(2)));
            }
        }
        return new FrontMatter(fields, text.substring(block.end()));
    }

    Optional<String> first(String... names) {
        for (var name : names) {
            var values = fields.getOrDefault(name, List.of());
            if (!values.isEmpty() && !values.getFirst().isEmpty()) {
                return Optional.of(values.getFirst());
            }
        }
        return Optional.empty();
    }

    /** Whether it says expressly that there is none. */
    boolean isEmpty(String name) {
        return fields.getOrDefault(name, List.of("unsaid")).stream().allMatch(String::isEmpty);
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> words(String value) {
        var text = value.strip();
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return List.of(unquoted(text));
        }
        var words = new ArrayList<String>();
        for (var word : text.substring(1, text.length() - 1).split(",", -1)) {
            words.add(unquoted(word));
        }
        return words;
    }

    private static String unquoted(String value) {
        var text = value.strip();
        var quoted = text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
