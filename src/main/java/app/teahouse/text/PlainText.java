package app.teahouse.text;

/**
 * Gathers the words of a text as it is written, with one space or line end between them, and counts them. Cells and rows of a table
 * are kept apart by marks, because nothing else would do it in one line.
 */
final class PlainText {
    private static final int HAN_PER_MINUTE = 400;
    private static final int WORDS_PER_MINUTE = 220;

    private static final char CELL = '·';
    private static final char ROW = '/';

    private final StringBuilder words = new StringBuilder();
    private char gap;

    /** @param lines whether line ends mean something, as in code */
    void say(String text, boolean lines) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                if (gap != 0 && !words.isEmpty()) {
                    appendGap();
                }
                gap = 0;
                words.append(c);
            } else if (lines && c == '\n') {
                endLine();
            } else {
                endWord();
            }
        }
    }

    private void appendGap() {
        if (gap == CELL || gap == ROW) {
            words.append(' ').append(gap).append(' ');
        } else {
            words.append(gap);
        }
    }

    void endWord() {
        if (gap == 0) {
            gap = ' ';
        }
    }

    void endLine() {
        gap = '\n';
    }

    /** A cell begins: the words before it, if they are in its row, end here. */
    void endCell() {
        if (gap == 0 || gap == ' ') {
            gap = CELL;
        }
    }

    void endRow() {
        gap = ROW;
    }

    @Override
    public String toString() {
        return words.toString();
    }

    /** How much there is to read. */
    Amount amount() {
        var han = 0;
        var latin = 0;
        var inWord = false;
        for (var i = 0; i < words.length(); ) {
            var point = Character.codePointAt(words, i);
            i += Character.charCount(point);
            var letter = Character.isLetterOrDigit(point);
            if (letter && EastAsian.is(point)) {
                han++;
                inWord = false;
            } else {
                latin += letter && !inWord ? 1 : 0;
                // An apostrophe or a point within a word or number does not begin another.
                inWord = letter || (inWord && "'’.-_".indexOf(point) >= 0);
            }
        }
        return new Amount(han, latin);
    }

    /** @param han characters read one by one */
    record Amount(int han, int latin) {
        int words() {
            return han + latin;
        }

        int minutes() {
            var minutes = (double) han / HAN_PER_MINUTE + (double) latin / WORDS_PER_MINUTE;
            return Math.max(1, (int) Math.round(minutes));
        }
    }
}
