package app.teahouse.screening;

import app.teahouse.kernel.Scrutiny.Hit;
import app.teahouse.kernel.Scrutiny.Words;
import java.util.Objects;

/** What a rule found, from one place of a field to another; from 0 to 0 where it is about the whole. */
record Found(Rule rule, String field, int from, int to) {
    private static final int AROUND = 24;
    private static final int WHOLE = 80;

    static Found whole(Rule rule) {
        return new Found(rule, "text", 0, 0);
    }

    private String in(Words words) {
        return field.equals("title") ? words.title() : words.text();
    }

    /** The words themselves, shortened; empty where it is about the whole. */
    String words(Words words) {
        var all = in(words).substring(from, to);
        return all.length() <= WHOLE ? all : cut(all, 0, WHOLE) + "…";
    }

    /** The words with a little around them, or the beginning of the whole. */
    String excerpt(Words words) {
        var all = from == to && words.text().isBlank() ? words.title() : in(words);
        if (from == to) {
            return all.length() <= WHOLE ? all : cut(all, 0, WHOLE) + "…";
        }
        var start = Math.max(0, from - AROUND);
        var end = Math.min(all.length(), Math.min(to, from + WHOLE) + AROUND);
        return (start > 0 ? "…" : "") + cut(all, start, end) + (end < all.length() ? "…" : "");
    }

    /** Never half a character. */
    private static String cut(String text, int from, int to) {
        var start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        var end = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
        return text.substring(start, end).replace('\0', ' ');
    }

    Hit hit() {
        return new Hit(rule.id().value(), Objects.requireNonNull(rule.verdict()), field, from, to, rule.said());
    }
}
