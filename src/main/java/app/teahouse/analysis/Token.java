package app.teahouse.analysis;

/**
 * A word of a text, as search compares it.
 *
 * @param term folded: small letters, simplified characters, usual width
 * @param start where it stands in the text as it was written
 * @param position which word of the text it is; a pair of characters stands where its first one does
 */
public record Token(String term, Kind kind, int start, int end, int position) {

    /** What the word is made of. */
    public enum Kind {
        /** Letters or digits with something around them. */
        WORD,
        /** One character of Han, kana or hangul. */
        ONE,
        /** Two of them that follow each other. */
        PAIR
    }
}
