package app.teahouse.search;

import app.teahouse.index.Lexemes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which posts of a circle are looked at: all, or those from a number on. Words that half the circle uses have more hits than anybody
 * reads, so of these only the newest part is ranked.
 *
 * @param from the lowest number, or 0 for all
 */
record Range(long from) {
    static final Range WHOLE = new Range(0);

    /** More blocks than this would make the question longer than the answer. */
    private static final int MOST_BLOCKS = 16;

    private static final long NUMBERS_A_DOCUMENT = 500;

    boolean isWhole() {
        return from == 0;
    }

    /**
     * As much of a circle as promises enough hits.
     *
     * @param documents how many have what is asked for, near enough
     * @param top where to begin, downwards
     */
    static Range promising(double documents, int wanted, long lastNumber, long top) {
        if (documents <= wanted * 2.0) {
            return WHOLE;
        }
        return reaching(top, (long) Math.ceil(lastNumber * (wanted / documents)));
    }

    /**
     * All, where to leave out the rest costs more than to look at it: the lists of blocks are read whole, five hundred numbers in the time
     * that one document takes.
     *
     * @param documents how many there may well be, if words seek each other's company
     */
    Range unlessDear(double documents, long top) {
        var spared = documents * from / Math.max(1, top);
        return spared * NUMBERS_A_DOCUMENT < top - from ? WHOLE : this;
    }

    private static Range reaching(long top, long numbers) {
        for (var level : Lexemes.LEVELS) {
            var blocks = (numbers >> level) + 1;
            if (blocks < MOST_BLOCKS) {
                var first = (top >> level) - blocks;
                return first <= 0 ? WHOLE : new Range(first << level);
            }
        }
        return WHOLE;
    }

    /** Much more, because this was not enough. */
    Range wider(long top) {
        return isWhole() ? this : reaching(top, (top - from + 1) * 32);
    }

    /** The blocks from its beginning to {@code top}, as a term; null where all are meant. */
    @Nullable
    Term blocks(long top) {
        if (isWhole()) {
            return null;
        }
        for (var level : Lexemes.LEVELS) {
            var first = from >> level;
            var last = top >> level;
            if (last - first <= MOST_BLOCKS + 1) {
                List<Term> blocks = new ArrayList<>();
                for (var block = first; block <= last; block++) {
                    blocks.add(Term.one(Lexemes.block(level, block)));
                }
                return Term.any(blocks);
            }
        }
        return null;
    }
}
