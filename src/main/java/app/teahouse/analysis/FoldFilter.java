package app.teahouse.analysis;

import app.teahouse.kernel.Folding;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes away what two ways to write one word differ in: case, width, traditional characters. */
final class FoldFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FoldFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!isPlain()) {
            var folded = Han.simplified(Folding.folded(term.toString()));
            term.setEmpty().append(folded);
        }
        return true;
    }

    /** Most words are: nothing has to be looked up for them. */
    private boolean isPlain() {
        for (var i = 0; i < term.length(); i++) {
            var c = term.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
