package app.teahouse.circles;

import app.teahouse.kernel.Ids;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The address of a circle: 3 to 40 small letters, digits and single dashes, not at its ends. */
public final class Slug {
    static final int MOST = 40;
    private static final Pattern GOOD = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){2,39}");

    /** Words that would mislead as an address. */
    private static final Set<String> KEPT =
            Set.of("about", "admin", "api", "discover", "help", "manage", "new", "operator", "site", "teahouse", "www");

    private Slug() {}

    public static boolean isGood(String slug) {
        return slug.length() <= MOST && GOOD.matcher(slug).matches() && !KEPT.contains(slug);
    }

    /** An address made from a name, Han as pinyin; it may be taken already. Never empty. */
    static String from(String name) {
        var latin = Latin.FROM_ANY.transliterate(name).toLowerCase(Locale.ROOT);
        var slug = latin.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (slug.length() > 30) {
            var cut = slug.lastIndexOf('-', 30);
            slug = slug.substring(0, cut > 8 ? cut : 30);
        }
        return isGood(slug) ? slug : other(slug.isEmpty() ? "circle" : slug);
    }

    /** The same with a random end, for when it is taken. */
    static String other(String slug) {
        var random = Ids.next().toString().replace("-", "");
        return slug + "-" + random.substring(random.length() - 5);
    }

    /** Loaded at first use. */
    private static final class Latin {
        static final Transliterator FROM_ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
