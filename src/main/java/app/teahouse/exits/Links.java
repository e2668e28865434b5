package app.teahouse.exits;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses in texts that leave: whether they can be followed from anywhere, and what of the circle they mean. */
final class Links {
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.?(:\\d{1,5})?");
    private static final Pattern NUMBERS = Pattern.compile("(.*\\.)?[0-9]+\\.?(:\\d+)?");
    private static final Pattern BYTES =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!:|$)|(?=:|$))){4}(:\\d+)?");

    private Links() {}

    /** An address that strict readers take too: {@code http}, {@code https} or {@code mailto}, and nothing odd in it. */
    static boolean isWhole(String address) {
        try {
            var uri = new URI(address);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (scheme.equals("mailto")) {
                return !uri.getRawSchemeSpecificPart().isBlank();
            }
            return (scheme.equals("http") || scheme.equals("https")) && isHost(uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHost(@Nullable String authority) {
        if (authority == null || !HOST.matcher(authority).matches()) {
            return false;
        }
        var colon = authority.indexOf(':');
        return (colon < 0 || Integer.parseInt(authority.substring(colon + 1)) <= 65_535)
                && (!NUMBERS.matcher(authority).matches()
                        || BYTES.matcher(authority).matches());
    }

    static String host(String address) {
        return address.replaceFirst("(?i)^[a-z]+:(//)?(www\\.)?", "").replaceFirst("[/?#].*$", "");
    }

    /** The address behind the circle's, such as {@code /p/12}, without what comes after a question mark or a hash. */
    static Optional<String> behind(String address, String base, String slug) {
        var path = address.startsWith(base + "/") ? address.substring(base.length()) : address;
        var circle = "/c/" + slug + "/";
        return path.startsWith(circle)
                ? Optional.of(path.substring(circle.length() - 1).replaceFirst("[?#].*$", ""))
                : Optional.empty();
    }
}
