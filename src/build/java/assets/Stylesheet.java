package assets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A stylesheet taken apart far enough to drop what nobody uses and to say each dark rule for both ways into the dark. */
final class Stylesheet {

    sealed interface Part {}

    record Rule(List<String> selectors, List<String> declarations) implements Part {}

    record Group(String head, List<Part> parts) implements Part {}

    /** What is kept word for word: {@code @keyframes}, {@code @font-face} and their like. */
    record Raw(String head, String body) implements Part {}

    private static final String DARK = "[data-bs-theme=dark]";

    /** As specific as {@link #DARK}, so that the twin neither wins nor loses what the rule itself did not. */
    private static final String AUTO = ":where(html):not([data-bs-theme])";

    private static final Pattern CLASS = Pattern.compile("\\.((?:[\\w-]|\\\\.)+)");
    private static final Pattern NEGATION = Pattern.compile(":not\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)");
    private static final Pattern VARIABLE = Pattern.compile("var\\(\\s*(--[\\w-]+)");

    private final List<Part> parts;

    private Stylesheet(List<Part> parts) {
        this.parts = parts;
    }

    static Stylesheet parse(String css) {
        return new Stylesheet(new Reader(css).parts());
    }

    Stylesheet and(Stylesheet next) {
        var all = new ArrayList<>(parts);
        all.addAll(next.parts);
        return new Stylesheet(all);
    }

    /** Leaves out each selector that names a class which no page can have. */
    Stylesheet keepClasses(Predicate<String> known) {
        return new Stylesheet(keepClasses(parts, known));
    }

    private static List<Part> keepClasses(List<Part> parts, Predicate<String> known) {
        var kept = new ArrayList<Part>();
        for (var part : parts) {
            switch (part) {
                case Rule rule -> {
                    var selectors = rule.selectors().stream()
                            .filter(selector -> isKnown(selector, known))
                            .toList();
                    if (!selectors.isEmpty()) {
                        kept.add(new Rule(selectors, rule.declarations()));
                    }
                }
                case Group group -> {
                    var inner = keepClasses(group.parts(), known);
                    if (!inner.isEmpty()) {
                        kept.add(new Group(group.head(), inner));
                    }
                }
                case Raw raw -> kept.add(raw);
            }
        }
        return kept;
    }

    private static boolean isKnown(String selector, Predicate<String> known) {
        return CLASS.matcher(NEGATION.matcher(selector).replaceAll(""))
                .results()
                .allMatch(found -> known.test(found.group(1)));
    }

    /** Gives each rule of the chosen dark theme a twin for readers who chose none and whose device is dark. */
    Stylesheet withDarkTwins() {
        return new Stylesheet(withDarkTwins(parts));
    }

    private static List<Part> withDarkTwins(List<Part> parts) {
        var all = new ArrayList<Part>();
        for (var part : parts) {
            switch (part) {
                case Group group -> all.add(new Group(group.head(), withDarkTwins(group.parts())));
                case Raw raw -> all.add(raw);
                case Rule rule -> {
                    all.add(rule);
                    var twins = rule.selectors().stream()
                            .filter(selector -> selector.contains(DARK) && !selector.contains(":not(" + DARK))
                            .filter(selector -> !selector.startsWith("body" + DARK))
                            .map(selector -> selector.replace(DARK, AUTO))
                            .toList();
                    if (!twins.isEmpty()) {
                        all.add(new Group(
                                "@media (prefers-color-scheme:dark)", List.of(new Rule(twins, rule.declarations()))));
                    }
                }
            }
        }
        return all;
    }

    /** Leaves out variables that nothing reads, and animations that nothing plays. */
    Stylesheet keepWhatIsRead() {
        var read = new HashSet<String>();
        int before;
        do {
            before = read.size();
            collectReads(parts, read);
        } while (read.size() > before);
        var kept = keepRead(parts, read);
        var text = write(kept.stream().filter(part -> !(part instanceof Raw)).toList());
        return new Stylesheet(kept.stream()
                .filter(part -> !(part instanceof Raw raw && raw.head().startsWith("@keyframes"))
                        || text.contains(raw.head().substring(11).strip()))
                .toList());
    }

    private static void collectReads(List<Part> parts, Set<String> read) {
        for (var part : parts) {
            switch (part) {
                case Group group -> collectReads(group.parts(), read);
                case Raw raw -> VARIABLE.matcher(raw.body()).results().forEach(found -> read.add(found.group(1)));
                case Rule rule ->
                    rule.declarations().stream()
                            .filter(line -> !line.startsWith("--") || read.contains(nameOf(line)))
                            .forEach(line ->
                                    VARIABLE.matcher(line).results().forEach(found -> read.add(found.group(1))));
            }
        }
    }

    private static List<Part> keepRead(List<Part> parts, Set<String> read) {
        var kept = new ArrayList<Part>();
        for (var part : parts) {
            switch (part) {
                case Group group -> {
                    var inner = keepRead(group.parts(), read);
                    if (!inner.isEmpty()) {
                        kept.add(new Group(group.head(), inner));
                    }
                }
                case Raw raw -> kept.add(raw);
                case Rule rule -> {
                    var lines = rule.declarations().stream()
                            .filter(line -> !line.startsWith("--") || read.contains(nameOf(line)))
                            .toList();
                    if (!lines.isEmpty()) {
                        kept.add(new Rule(rule.selectors(), lines));
                    }
                }
            }
        }
        return kept;
    }

    private static String nameOf(String declaration) {
        return declaration.substring(0, declaration.indexOf(':')).strip();
    }

    @Override
    public String toString() {
        return write(parts);
    }

    private static String write(List<Part> parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Rule rule ->
                    text.append(String.join(",", rule.selectors()))
                            .append('{')
                            .append(String.join(";", rule.declarations()))
                            .append("}\n");
                case Group group ->
                    text.append(group.head())
                            .append('{')
                            .append(write(group.parts()))
                            .append("}\n");
                case Raw raw ->
                    text.append(raw.head()).append('{').append(raw.body()).append("}\n");
            }
        }
        return text.toString();
    }

    /** Reads CSS from left to right; strings and brackets are respected, the rest is not judged. */
    private static final class Reader {

        private final String css;
        private int at;

        Reader(String css) {
            this.css = css.replaceAll("(?s)/\\*.*?\\*/", "");
        }

        List<Part> parts() {
            var found = new ArrayList<Part>();
            while (true) {
                var head = until("{;}").strip().replaceAll("\\s+", " ");
                if (at >= css.length() || css.charAt(at) == '}') {
                    return found;
                }
                if (css.charAt(at++) == ';') {
                    continue;
                }
                if (head.startsWith("@media") || head.startsWith("@supports")) {
                    found.add(new Group(head, parts()));
                    at++;
                } else if (head.startsWith("@")) {
                    found.add(new Raw(head, block().replaceAll("\\s+", " ").strip()));
                } else {
                    found.add(new Rule(selectors(head), declarations()));
                }
            }
        }

        private static List<String> selectors(String head) {
            return split(head, ',').stream()
                    .map(selector -> selector.replaceAll("\\s*([>~])\\s*", "$1").replace("\"dark\"", "dark"))
                    .toList();
        }

        private List<String> declarations() {
            return split(block(), ';').stream()
                    .map(line -> line.replaceAll("\\s+", " ").replaceFirst("^([\\w-]+) ?: ?", "$1:"))
                    .toList();
        }

        /** What stands between the brace just passed and its partner, which is passed too. */
        private String block() {
            var start = at;
            var depth = 1;
            while (depth > 0) {
                until("{}");
                depth += css.charAt(at++) == '{' ? 1 : -1;
            }
            return css.substring(start, at - 1);
        }

        private String until(String stops) {
            var start = at;
            at = skip(css, at, stops);
            return css.substring(start, at);
        }

        private static List<String> split(String text, char separator) {
            var pieces = new ArrayList<String>();
            var stop = String.valueOf(separator);
            for (var from = 0; from <= text.length(); ) {
                var to = skip(text, from, stop);
                var piece = text.substring(from, to).strip();
                if (!piece.isEmpty()) {
                    pieces.add(piece);
                }
                from = to + 1;
            }
            return pieces;
        }

        /** The place of the next stop that stands in no string and no bracket. */
        private static int skip(String text, int from, String stops) {
            var depth = 0;
            for (var i = from; i < text.length(); i++) {
                var c = text.charAt(i);
                if (c == '"' || c == '\'') {
                    i = text.indexOf(c, i + 1);
                } else if (c == '(') {
                    depth++;
                } else if (c == ')') {
                    depth--;
                } else if (depth == 0 && stops.indexOf(c) >= 0) {
                    return i;
                }
            }
            return text.length();
        }
    }
}
