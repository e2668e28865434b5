package app.teahouse.search;

import app.teahouse.kernel.Face;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param url the address without what was asked
 * @param circle where, or null for all my circles
 * @param wish what was asked, as parts of the address
 * @param whole whether {@code count} is all there is; else there are more
 * @param corrected how the words would have been typed, if that is what was looked for
 * @param some whether hits have some of the words only
 * @param recent what was looked for last; only where nothing was asked
 * @param next the address of the next page, or null
 */
public record SearchView(
        String url,
        @Nullable Face circle,
        Map<String, String> wish,
        List<Hit> hits,
        Facets facets,
        long count,
        boolean whole,
        @Nullable String corrected,
        boolean some,
        List<String> recent,
        boolean signedIn,
        @Nullable String next) {

    public String words() {
        return value("q");
    }

    public String value(String name) {
        return wish.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    public boolean isFirstPage() {
        return value("before").isEmpty();
    }

    public boolean isFiltered() {
        return wish.keySet().stream()
                .anyMatch(name ->
                        !name.equals("q") && !name.equals("order") && !name.equals("before") && !name.equals("exact"));
    }

    /** The same search with one thing otherwise, from its first page; an empty value leaves it out. */
    public String with(String name, String value) {
        var other = new LinkedHashMap<>(wish);
        other.remove("before");
        if (value.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return address(url, other);
    }

    /** Chosen again, a facet is taken away. */
    public String toggled(String name, String value) {
        return with(name, is(name, value) ? "" : value);
    }

    /** The words alone, in all their places. */
    public String unfiltered() {
        return address(url, Map.of("q", words()));
    }

    /** The words in another place. */
    public String at(String place) {
        return address(place, Map.of("q", words()));
    }

    public String asking(String words) {
        return address(url, Map.of("q", words));
    }

    static String address(String url, Map<String, String> wish) {
        var address = new StringBuilder(url);
        wish.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }
}
