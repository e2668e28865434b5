package app.teahouse.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The part of a text in which what was looked for stands, cut into pieces that are marked or not. */
public record Passage(List<Piece> pieces) {
    private static final int BEFORE = 24;

    /** A piece of a passage. */
    public record Piece(String text, boolean marked) {}

    /** The whole text, its hits marked. */
    public static Passage whole(String text, Marks marks) {
        var hits = new Hits(text, marks);
        hits.read(text.length());
        return new Passage(cut(text, hits.all(), 0, text.length()));
    }

    /**
     * The {@code most} characters around where most of what was looked for stands; from the beginning where nothing does. The text is only
     * read as far as it takes to know.
     */
    public static Passage best(String text, Marks marks, int most) {
        var hits = new Hits(text, marks);
        var start = hits.best(most - BEFORE);
        var from = start < 0 ? 0 : wordStart(text, Math.max(0, start - BEFORE));
        var to = from + most >= text.length() ? text.length() : wordEnd(text, from + most);
        if (start >= 0) {
            hits.read(to);
        }
        var pieces = new ArrayList<Piece>();
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        pieces.addAll(cut(text, hits.all(), from, to));
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

    private record Hit(String word, int start, int end) {}

    /** The hits of a text, as far as it was read. */
    private static final class Hits {
        /** A text is read in stretches of about so many characters. */
        private static final int STRETCH = 800;

        private static final int MOST_LOOKED_AT = 400;
        private static final int MOST_TOGETHER = 60;

        private final String text;
        private final Marks marks;
        private final int end;
        private final List<Hit> hits = new ArrayList<>();
        private int read;

        Hits(String text, Marks marks) {
            this.text = text;
            this.marks = marks;
            this.end = Math.min(text.length(), Analysis.LONGEST_TEXT);
        }

        List<Hit> all() {
            return hits;
        }

        void read(int to) {
            while (read < Math.min(to, end)) {
                readOn();
            }
        }

        private void readOn() {
            var to = Analysis.gap(text, Math.min(end, read + STRETCH), end);
            for (var token : Analysis.tokens(text.substring(read, to))) {
                var word = marks.of(token);
                if (word != null) {
                    hits.add(new Hit(word, read + token.start(), read + token.end()));
                }
            }
            read = to;
        }

        /** Where the stretch begins that holds most different words; of several, the first. Negative where none does. */
        int best(int length) {
            var best = -1;
            var held = 0;
            for (var i = 0; i < MOST_LOOKED_AT && held < marks.words(); i++) {
                while (hits.size() <= i && read < end) {
                    readOn();
                }
                if (hits.size() <= i) {
                    return best;
                }
                var start = hits.get(i).start();
                read(start + length);
                var many = many(i, start + length);
                if (many > held) {
                    held = many;
                    best = start;
                }
            }
            return best;
        }

        private int many(int from, int end) {
            var words = new HashSet<String>();
            for (var hit : hits.subList(from, Math.min(hits.size(), from + MOST_TOGETHER))) {
                if (hit.end() <= end) {
                    words.add(hit.word());
                }
            }
            return words.size();
        }
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
