package app.teahouse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement as the program sent it, with its values, out of PostgreSQL's log. */
record Sent(String sql, List<@Nullable String> values) {
    /** What PostgreSQL is told to write before each entry, so that entries of many lines can be told apart. */
    static final String MARK = "@@";

    static final String SETTINGS = """
            log_statement = 'all'
            log_line_prefix = '@@%a@@'
            log_parameter_max_length = -1
            """;

    private static final Pattern STATEMENT = Pattern.compile("(?s)LOG:  (?:execute [^:]+|statement): (.*)");
    private static final Pattern NUMBERED = Pattern.compile("\\$\\d+");

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
                all.add(new Sent(statement.group(1).strip(), List.of()));
            } else if (text.startsWith("DETAIL:  Parameters: ")) {
                all.add(new Sent(all.removeLast().sql, values(text.substring("DETAIL:  Parameters: ".length()))));
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

    /** With question marks for its values, which stand in order. */
    String jdbc() {
        return NUMBERED.matcher(sql.replace("?", "??")).replaceAll("?");
    }

    /** With the values in it, for a script. */
    String literal() {
        return NUMBERED.matcher(sql).replaceAll(found -> {
            var value = values.get(Integer.parseInt(found.group().substring(1)) - 1);
            var literal = value == null ? "null" : "'" + value.replace("'", "''") + "'";
            return literal.replace("\\", "\\\\").replace("$", "\\$");
        });
    }
}
