package app.teahouse.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One piece of the demo's texts: fields between two lines of {@code +++}, and below them what is said. */
record Entry(Map<String, String> fields, String body) {
    private static final String FENCE = "+++";

    /** The entries of one file, in their order. */
    static List<Entry> all(String text) {
        var parts = List.of(("\n" + text.replace("\r\n", "\n") + "\n").split("\n\\+\\+\\+(?=\n)", -1));
        if (parts.size() % 2 == 0) {
            throw new IllegalArgumentException(
                    "A line of " + FENCE + " is missing: " + text.lines().findFirst());
        }
        var entries = new ArrayList<Entry>();
        for (var i = 1; i + 1 < parts.size(); i += 2) {
            entries.add(new Entry(fields(parts.get(i)), parts.get(i + 1).strip()));
        }
        return entries;
    }

    private static Map<String, String> fields(String lines) {
        var fields = new LinkedHashMap<String, String>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        return fields;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return maybe(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing in " + fields));
    }

    Optional<String> maybe(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A field with several values between commas. */
    List<String> list(String name) {
        return split(fields.getOrDefault(name, ""), ",");
    }

    /** What stands between signs, without the empty ones. */
    static List<String> split(String text, String sign) {
        var words = new ArrayList<String>();
        for (var word : text.split(sign, -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }
}
