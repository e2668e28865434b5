package app.teahouse.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The part of a text in which what was looked for stands, cut into pieces that are marked or not. */
public record Passage(List<Piece> pieces) {
    private static final int BEFORE = 24;

    /** A piece of a passage. */
    public record Piece(String text, boolean marked) {}

    /** The whole text, its hits marked. */
    public static Passage whole(String text, Predicate<Token> wanted) {
        return new Passage(cut(text, hits(text, wanted), 0, text.length()));
    }

    /** The {@code most} characters around where most of what was looked for stands; from the beginning where nothing does. */
    public static Passage best(String text, Predicate<Token> wanted, int most) {
        var hits = hits(text, wanted);
        var from = hits.isEmpty() ? 0 : wordStart(text, Math.max(0, best(hits, most) - BEFORE));
        var to = from + most >= text.length() ? text.length() : wordEnd(text, from + most);
        var pieces = new ArrayList<Piece>();
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        pieces.addAll(cut(text, hits, from, to));
        if (to < text.length()) {
            pieces.add(new Piece("…", false));
        }
        return new Passage(List.copyOf(pieces));
    }

    public boolean anyMarked() {
        return pieces.stream().anyMatch(Piece::marked);
    }

    public String text() {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private record Hit(String term, int start, int end) {}

    private static List<Hit> hits(String text, Predicate<Token> wanted) {
        return Analysis.tokens(text).stream()
                .filter(wanted)
                .map(token -> new Hit(token.term(), token.start(), token.end()))
                .toList();
    }

    /** Where the stretch begins that holds most different hits; of several, the first. */
    private static int best(List<Hit> hits, int most) {
        var best = hits.getFirst().start();
        var held = 0L;
        for (var i = 0; i < hits.size() && i < 400; i++) {
            var start = hits.get(i).start();
            var many = hits.subList(i, Math.min(hits.size(), i + 60)).stream()
                    .filter(hit -> hit.end() <= start + most - BEFORE)
                    .map(Hit::term)
                    .distinct()
                    .count();
            if (many > held) {
                held = many;
                best = start;
            }
        }
        return best;
    }

    private static List<Piece> cut(String text, List<Hit> hits, int from, int to) {
        var marked = new boolean[to - from];
        for (var hit : hits) {
            for (var i = Math.max(hit.start(), from); i < Math.min(hit.end(), to); i++) {
                marked[i - from] = true;
            }
        }
        var pieces = new ArrayList<Piece>();
        var start = 0;
        for (var i = 1; i <= marked.length; i++) {
            if (i == marked.length || marked[i] != marked[start]) {
                pieces.add(new Piece(text.substring(from + start, from + i), marked[start]));
                start = i;
            }
        }
        return pieces;
    }

    private static int wordStart(String text, int at) {
        var i = at;
        while (i > 0 && at - i < 20 && isLatin(text.charAt(i)) && isLatin(text.charAt(i - 1))) {
            i--;
        }
        return i > 0 && Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
    }

    private static int wordEnd(String text, int at) {
        var i = at;
        while (i < text.length() && i - at < 20 && isLatin(text.charAt(i)) && isLatin(text.charAt(i - 1))) {
            i++;
        }
        return i < text.length() && Character.isLowSurrogate(text.charAt(i)) ? i + 1 : i;
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && c < '\u2e80';
    }
}
