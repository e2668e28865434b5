package app.teahouse.text;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Visitor;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.Characters;

/**
 * Finds the runs of {@code *}, {@code _} and {@code ~} that may begin or end emphasis; {@link Emphasis} then pairs them.
 *
 * <p>CommonMark decides by the characters on both sides, and takes for granted that words are apart by spaces: there
 * <code>**注意：**然后</code> is no emphasis, because the closing stars follow punctuation and precede a letter. Here East Asian
 * punctuation does not count as punctuation, and an East Asian neighbour counts as a space. All other text is as CommonMark says.
 */
final class Marks implements InlineContentParser {

    /** A run of one mark; what is left of it after pairing is text again. */
    static final class Run extends CustomNode {
        final char mark;
        final int written;
        final boolean opens;
        final boolean closes;
        int left;

        Run(char mark, int written, boolean opens, boolean closes) {
            this.mark = mark;
            this.written = written;
            this.opens = opens;
            this.closes = closes;
            this.left = written;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /** Makes one for each block, as the parser asks. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('*', '_', '~');
        }

        @Override
        public InlineContentParser create() {
            return new Marks();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        var before = scanner.peekPreviousCodePoint();
        var mark = scanner.peek();
        var length = scanner.matchMultiple(mark);
        return ParsedInline.of(run(mark, length, before, scanner.peekCodePoint()), scanner.position());
    }

    private static Run run(char mark, int length, int before, int after) {
        var opening = !isSpace(after) && (!isPunctuation(after) || isEdge(before));
        var closing = !isSpace(before) && (!isPunctuation(before) || isEdge(after));
        return switch (mark) {
            // Within words an underscore is a letter: file_name_here.
            case '_' ->
                new Run(
                        mark,
                        length,
                        opening && (!closing || Characters.isPunctuationCodePoint(before)),
                        closing && (!opening || Characters.isPunctuationCodePoint(after)));
            // One tilde is a range (100~200) or a tone (好的~), never a mark.
            case '~' -> new Run(mark, length, opening && length == 2, closing && length == 2);
            default -> new Run(mark, length, opening, closing);
        };
    }

    private static boolean isEdge(int point) {
        return isSpace(point) || isPunctuation(point) || EastAsian.is(point);
    }

    private static boolean isSpace(int point) {
        return point == Scanner.END || Characters.isWhitespaceCodePoint(point);
    }

    private static boolean isPunctuation(int point) {
        return Characters.isPunctuationCodePoint(point) && !EastAsian.is(point);
    }
}
