package app.teahouse.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Cuts a text into words with Lucene's analyzers. Han becomes single characters and pairs, so that words of one and of two characters
 * are found exactly and longer ones by their pairs; no dictionary has to know them.
 */
public final class Analysis {
    /** Changes whenever the same text would become other words: everything is analysed anew then. */
    public static final int VERSION = 4;

    /** Longer words are nobody's words; texts beyond this are a book. */
    private static final int LONGEST_WORD = 60;

    static final int LONGEST_TEXT = 200_000;

    private static final String STOPS = "。，、；！？";

    /** What the rules for words would cut apart wrongly, or leave together. */
    private static final NormalizeCharMap MARKS = marks();

    private Analysis() {}

    private static NormalizeCharMap marks() {
        var marks = new NormalizeCharMap.Builder();
        for (var c : List.of("c", "C", "ｃ", "Ｃ")) {
            marks.add(c + "++", "cplusplus");
            marks.add(c + "＋＋", "cplusplus");
            marks.add(c + "#", "csharp");
        }
        marks.add("F#", "fsharp");
        marks.add("f#", "fsharp");
        for (var between : List.of(".", "_", ":", "．", "＿", "：")) {
            marks.add(between, " ");
        }
        return marks.build();
    }

    /** The words of a text in their order. */
    public static List<Token> tokens(String text) {
        var near = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        try (var stream = stream(near)) {
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first place from here on where a text may be cut without cutting a word or parting a pair; its end where there is none. */
    static int gap(String text, int from, int end) {
        for (var i = from; i < end; i++) {
            if (text.charAt(i) == ' ' || (i > from && STOPS.indexOf(text.charAt(i - 1)) >= 0)) {
                return i;
            }
        }
        return end;
    }

    private static TokenStream stream(String text) {
        var words = new StandardTokenizer();
        words.setMaxTokenLength(LONGEST_WORD);
        words.setReader(new MappingCharFilter(MARKS, new StringReader(text)));
        var folded = new ASCIIFoldingFilter(new FoldFilter(new EnglishPossessiveFilter(words)));
        var flags = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        return new CJKBigramFilter(folded, flags, true);
    }

    private static List<Token> read(TokenStream stream) throws IOException {
        var term = stream.addAttribute(CharTermAttribute.class);
        var offset = stream.addAttribute(OffsetAttribute.class);
        var step = stream.addAttribute(PositionIncrementAttribute.class);
        var type = stream.addAttribute(TypeAttribute.class);
        var tokens = new ArrayList<Token>();
        var position = 0;
        stream.reset();
        while (stream.incrementToken()) {
            position += step.getPositionIncrement();
            if (term.length() > 0) {
                var kind = switch (type.type()) {
                    case CJKBigramFilter.DOUBLE_TYPE -> Token.Kind.PAIR;
                    case CJKBigramFilter.SINGLE_TYPE -> Token.Kind.ONE;
                    default -> Token.Kind.WORD;
                };
                tokens.add(new Token(term.toString(), kind, offset.startOffset(), offset.endOffset(), position));
            }
        }
        stream.end();
        return tokens;
    }

    /** What an English word has in common with its other forms; other words are their own stem. */
    public static String stem(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return word;
            }
        }
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
