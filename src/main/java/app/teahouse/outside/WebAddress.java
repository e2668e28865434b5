package app.teahouse.outside;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that may be asked: https, its host in ASCII, no name and password in it. Many old texts name pictures by http; they
 * are asked for by https, as browsers do today.
 */
record WebAddress(URI uri) {
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]+)([^#]*)(?:#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("([^@:\\[\\]]+|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");
    private static final String KEPT = "-._~!$&'()*+,;=:@/?%";

    static Optional<WebAddress> of(String text) {
        var parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            return Optional.empty();
        }
        var plain = parts.group(1).equalsIgnoreCase("http");
        var port = authority.group(2);
        if (port == null || port.equals("443") || (plain && port.equals("80"))) {
            port = "";
        }
        try {
            var host = IDN.toASCII(authority.group(1)).toLowerCase(Locale.ROOT);
            var rest = parts.group(3).startsWith("/") ? parts.group(3) : "/" + parts.group(3);
            var uri = new URI("https://" + host + (port.isEmpty() ? "" : ":" + port) + encoded(rest));
            return Optional.of(new WebAddress(uri)).filter(_ -> uri.getHost() != null);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where an answer sends us on to. */
    Optional<WebAddress> next(String location) {
        try {
            return of(uri.resolve(new URI(encoded(location))).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() < 0 ? 443 : uri.getPort();
    }

    /** What people write into addresses, as it must be sent; what is encoded already stays. */
    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
