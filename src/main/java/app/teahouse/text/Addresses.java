package app.teahouse.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides which addresses a text may lead to, and says plainly where they lead. */
final class Addresses {
    private static final Pattern FILE = Pattern.compile("/f/([a-z2-7]{26})(?:[/?#].*)?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,252})|\\[[0-9a-f:.]{2,45}]");
    private static final Pattern WITH_SCHEME = Pattern.compile("(?i)https?://.+", Pattern.DOTALL);
    private static final Pattern LINE_ENDS = Pattern.compile("[\\n\\r\\t]");
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final int LONGEST = 2000;

    private Addresses() {}

    /**
     * The address in a form that every browser reads alike, or none if it may not be followed: only http, https, mailto, a path
     * of this site and a place on the same page remain.
     */
    static Optional<String> safe(String address) {
        var text = LINE_ENDS.matcher(Cleaning.clean(address).strip()).replaceAll("");
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        text = text.replace("\\", "%5C").replace(" ", "%20");
        if (WITH_SCHEME.matcher(text).matches()) {
            return host(text).isPresent() ? Optional.of(text) : Optional.empty();
        }
        if (text.startsWith("//")) {
            return safe("https:" + text);
        }
        if (text.regionMatches(true, 0, "www.", 0, 4)) {
            return safe("https://" + text);
        }
        var allowed = text.startsWith("/") || text.startsWith("#") || text.regionMatches(true, 0, "mailto:", 0, 7);
        return allowed ? Optional.of(text) : Optional.empty();
    }

    static boolean isWeb(String safe) {
        return WITH_SCHEME.matcher(safe).matches();
    }

    /** The host that a browser would ask, of an address with http or https. */
    static Optional<String> host(String address) {
        var from = address.indexOf("://") + 3;
        if (from < 3) {
            return Optional.empty();
        }
        var to = from;
        while (to < address.length() && "/?#".indexOf(address.charAt(to)) < 0) {
            to++;
        }
        var person = address.lastIndexOf('@', to - 1);
        var authority = address.substring(Math.max(from, person + 1), to);
        var host = PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
        return ascii(host).filter(ascii -> HOST.matcher(ascii).matches());
    }

    /** The id of the file behind an address of this site. */
    static Optional<String> file(String address, Context context) {
        var path = address;
        if (isWeb(address)) {
            if (host(address).filter(context::isOwn).isEmpty()) {
                return Optional.empty();
            }
            var slash = address.indexOf('/', address.indexOf("://") + 3);
            path = slash < 0 ? "" : address.substring(slash);
        }
        var file = FILE.matcher(path);
        return file.matches() ? Optional.of(file.group(1)) : Optional.empty();
    }

    private static Optional<String> ascii(String host) {
        if (host.chars().allMatch(c -> c < 128)) {
            return Optional.of(host);
        }
        try {
            return Optional.of(IDN.toASCII(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
