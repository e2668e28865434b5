package app.teahouse.text;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Disarms what is small to write and huge to draw: tables whose short rows are filled up to thousands of columns, and one long
 * address that is named again and again by its short label; and what is huge to read: brackets that nobody closes, each of which
 * every later link visits.
 */
final class Bombs {
    private static final long MOST_FILLED_CELLS = 50_000;
    private static final int MOST_UNCLOSED = 500;
    private static final long SPARE_ADDRESSES = 10_000;
    private static final Pattern RULE = Pattern.compile("[ \\t>]*+\\|?+[ \\t]*+:?-[-| \\t:]*+");

    /** Before the rule of a table, it makes the line a common one; nobody sees it. */
    private static final char NOT_A_RULE = '\u200B';

    private Bombs() {}

    static String defuse(String markdown) {
        return tables(brackets(markdown));
    }

    /** Nobody leaves hundreds of brackets open in one paragraph: from there on they are words. */
    private static String brackets(String markdown) {
        StringBuilder changed = null;
        var open = 0;
        var blank = true;
        var escaped = false;
        for (var i = 0; i < markdown.length(); i++) {
            var c = markdown.charAt(i);
            if (c == '\n' && blank) {
                open = 0;
            } else if (c == ']') {
                open = Math.max(0, open - 1);
            } else if (c == '[' && !escaped && ++open > MOST_UNCLOSED) {
                if (changed == null) {
                    changed = new StringBuilder(markdown.length() * 2).append(markdown, 0, i);
                }
                open--;
                changed.append('\\');
            }
            blank = c == '\n' || (blank && Character.isWhitespace(c));
            escaped = c == '\\' && !escaped;
            if (changed != null) {
                changed.append(c);
            }
        }
        return changed == null ? markdown : changed.toString();
    }

    private static String tables(String markdown) {
        if (markdown.indexOf('|') < 0 || markdown.length() < 2000) {
            return markdown;
        }
        var lines = markdown.split("\\R", -1);
        var changed = false;
        var budget = MOST_FILLED_CELLS;
        var rows = 0L;
        var cells = 0L;
        // From below, so that the length of what follows a rule is known.
        for (var i = lines.length - 1; i >= 0; i--) {
            var columns = count(lines[i]) + 1;
            if (columns > 1 && RULE.matcher(lines[i]).matches()) {
                var filled = Math.max(0, columns * rows - cells);
                if (filled > budget) {
                    lines[i] = NOT_A_RULE + lines[i];
                    changed = true;
                } else {
                    budget -= filled;
                }
            }
            rows = lines[i].isBlank() ? 0 : rows + 1;
            cells = lines[i].isBlank() ? 0 : cells + columns;
        }
        return changed ? String.join("\n", lines) : markdown;
    }

    /** Addresses may be as long as the text twice over and some more; the words of further links stay, as words. */
    static Node defuse(Node document, int length) {
        var budget = new AtomicLong(2L * length + SPARE_ADDRESSES);
        Trees.walk(document, node -> {
            switch (node) {
                case Link link
                when isTooMuch(budget, link.getDestination(), link.getTitle()) -> {
                    link.setDestination("");
                    link.setTitle(null);
                }
                case Image picture
                when isTooMuch(budget, picture.getDestination(), picture.getTitle()) -> {
                    picture.setDestination("");
                    picture.setTitle(null);
                }
                default -> {}
            }
        });
        return document;
    }

    private static boolean isTooMuch(AtomicLong budget, String address, @Nullable String title) {
        return budget.addAndGet(-address.length() - (title == null ? 0 : title.length())) < 0;
    }

    private static long count(String line) {
        return line.chars().filter(c -> c == '|').count();
    }
}
