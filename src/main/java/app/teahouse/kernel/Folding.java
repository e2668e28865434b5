package app.teahouse.kernel;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;

/**
 * Sorts and folds names in Java, so that the order does not depend on the database's locale: Latin letters first, then Han by
 * pinyin (CLDR's Chinese collation).
 */
public final class Folding {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private Folding() {}

    /** Loaded at first use: the Chinese collation takes a few megabytes. */
    private static final class Chinese {
        static final RuleBasedCollator ORDER = frozen();

        private static RuleBasedCollator frozen() {
            var order = (RuleBasedCollator) Collator.getInstance(ULocale.SIMPLIFIED_CHINESE);
            order.setStrength(Collator.TERTIARY);
            return (RuleBasedCollator) order.freeze();
        }
    }

    /** Bytes that sort as the names do. */
    public static byte[] sortKey(String name) {
        return Chinese.ORDER.getCollationKey(name).toByteArray();
    }

    /** The name without differences of case and width, for finding it. */
    public static String folded(String name) {
        return FOLD.normalize(name.strip());
    }
}
