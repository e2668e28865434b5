package app.teahouse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement as the program sent it, with its values, out of PostgreSQL's log. */
record Sent(String sql, List<@Nullable String> values, String jdbc) {
    /** What PostgreSQL is told to write before each entry, so that entries of many lines can be told apart. */
    static final String MARK = "@@";

    static final String SETTINGS = """
            log_statement = 'all'
            log_line_prefix = '@@%a@@'
            log_parameter_max_length = -1
            """;

    private static final Pattern STATEMENT = Pattern.compile("(?s)LOG:  (?:execute [^:]+|statement): (.*)");
    private static final Pattern NUMBERED = Pattern.compile("\\$(\\d+)");
    private static final Pattern IDS = Pattern.compile("\\{\"?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+.*}");
    private static final Pattern NUMBERS = Pattern.compile("\\{\"?-?\\d+\"?(,.*)?}");

    /** {@code jdbc} has question marks for the values, which stand in order. */
    private static Sent of(String sql, List<@Nullable String> values) {
        var jdbc = NUMBERED.matcher(sql.replace("?", "??"))
                .replaceAll(found -> values.isEmpty() ? "?" : "?" + type(value(values, found)));
        return new Sent(sql, values, jdbc);
    }

    /** Those of one client, in order. */
    static List<Sent> in(String log, String client) {
        var all = new ArrayList<Sent>();
        for (var entry : log.replace("\n\t", "\n").split("(?m)^" + MARK)) {
            if (!entry.startsWith(client + MARK)) {
                continue;
            }
            var text = entry.substring(client.length() + MARK.length()).strip();
            var statement = STATEMENT.matcher(text);
            if (statement.matches()) {
                all.add(Sent.of(statement.group(1).strip(), List.of()));
            } else if (text.startsWith("DETAIL:  Parameters: ")) {
                all.add(Sent.of(all.removeLast().sql, values(text.substring("DETAIL:  Parameters: ".length()))));
            }
        }
        return all;
    }

    /** Reads {@code $1 = 'it''s', $2 = NULL}. */
    private static List<@Nullable String> values(String text) {
        var values = new ArrayList<@Nullable String>();
        for (var at = 0; at < text.length(); ) {
            var from = text.indexOf(" = ", at) + 3;
            if (text.startsWith("NULL", from)) {
                values.add(null);
                at = from + 6;
                continue;
            }
            var value = new StringBuilder();
            for (at = from + 1; text.charAt(at) != '\'' || text.startsWith("''", at); at++) {
                value.append(text.charAt(at));
                at += text.charAt(at) == '\'' ? 1 : 0;
            }
            values.add(value.toString());
            at += 3;
        }
        return values;
    }

    boolean isFrame() {
        return sql.matches("(?i)(begin|commit|rollback|set|show|savepoint|release)\\b.*");
    }

    /** With the values in it, for a script. */
    String literal() {
        return NUMBERED.matcher(sql).replaceAll(found -> {
            var value = value(values, found);
            var literal = value == null ? "null" : "'" + value.replace("'", "''") + "'";
            return Matcher.quoteReplacement(literal + type(value));
        });
    }

    private static @Nullable String value(List<@Nullable String> values, MatchResult found) {
        return values.get(Integer.parseInt(found.group(1)) - 1);
    }

    /** The program says which type its values have; PostgreSQL infers it from where they stand, but not for arrays in functions. */
    private static String type(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return IDS.matcher(value).matches()
                ? "::uuid[]"
                : NUMBERS.matcher(value).matches() ? "::bigint[]" : "";
    }
}
