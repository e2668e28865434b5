package app.teahouse.reservations;

import app.teahouse.accounts.Email;
import app.teahouse.reservations.Heads.Column;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list as it was understood. The address is a mark already.
 *
 * @param mark null where the line cannot be used
 * @param odd what is wrong with it or was left out, or empty
 * @param detail what stood there, never an address
 */
record Entry(int line, @Nullable String mark, String name, MemberNotes notes, String odd, String detail) {
    private static final MemberNotes NOTHING = new MemberNotes(List.of(), null, null, "");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(\\D.*)?");
    private static final int MOST_TAGS = 10;
    private static final int LONGEST_TAG = 40;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 500;

    /** @param known marks of the lines before, to which this one's is added */
    static Entry of(Heads heads, Grid.Row row, Function<Email, String> marks, Set<String> known) {
        var name = withoutAddress(cut(heads.cell(row, Column.NAME), LONGEST_NAME));
        var typed = heads.cell(row, Column.EMAIL);
        var email = Email.of(typed);
        if (heads.isShifted(row)) {
            return refused(row, name, "shifted", "");
        }
        if (email.isEmpty()) {
            return refused(row, name, typed.isEmpty() ? "no-email" : "bad-email", "");
        }
        var until = heads.cell(row, Column.EXPIRES);
        // Whoever has no last day may stay for good: that must not come of a slip of the pen.
        if (!until.isEmpty() && day(until) == null) {
            return refused(row, name, "bad-expires", cut(until, LONGEST_TAG));
        }
        var mark = marks.apply(email.get());
        if (!known.add(mark)) {
            return refused(row, name, "twice", "");
        }
        return used(heads, row, mark, name);
    }

    private static Entry refused(Grid.Row row, String name, String odd, String detail) {
        return new Entry(row.line(), null, name, NOTHING, odd, withoutAddress(detail));
    }

    private static Entry used(Heads heads, Grid.Row row, String mark, String name) {
        var since = heads.cell(row, Column.JOINED);
        var written = heads.cell(row, Column.TAGS);
        var tags = tags(written);
        var note = heads.cell(row, Column.NOTE);
        var odd = "";
        var detail = "";
        if (!since.isEmpty() && day(since) == null) {
            odd = "bad-joined";
            detail = cut(since, LONGEST_TAG);
        } else if (tags.size() > MOST_TAGS) {
            odd = "many-tags";
            detail = Integer.toString(tags.size());
        } else if (note.length() > LONGEST_NOTE) {
            odd = "long-note";
        }
        return new Entry(
                row.line(),
                mark,
                name,
                new MemberNotes(
                        tags.stream().limit(MOST_TAGS).toList(),
                        day(since),
                        day(heads.cell(row, Column.EXPIRES)),
                        withoutAddress(cut(note, LONGEST_NOTE))),
                odd,
                withoutAddress(detail));
    }

    private static List<String> tags(String text) {
        var folded = new TreeSet<String>();
        return Arrays.stream(text.split("[,;，；、|]"))
                .map(tag -> withoutAddress(cut(tag.strip(), LONGEST_TAG)))
                .filter(tag -> !tag.isEmpty() && folded.add(tag.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A day in any of the ways it is written, also with an hour behind it. */
    static @Nullable LocalDate day(String text) {
        var found = DAY.matcher(text);
        if (!found.matches()) {
            return null;
        }
        try {
            var day = LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
            return day.getYear() < 1900 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Addresses that stand in other columns are not kept either. */
    private static String withoutAddress(String text) {
        return !text.contains("@") && !text.contains("＠")
                ? text
                : Arrays.stream(text.split(" "))
                        .map(word -> word.contains("@") || word.contains("＠") ? "…" : word)
                        .collect(Collectors.joining(" "));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}
