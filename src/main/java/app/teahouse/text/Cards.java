package app.teahouse.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Words for addresses and files on cards: what it is, and where it leads. */
final class Cards {
    /** The class of the part that says where a card leads. */
    static final String WHERE = "link-where";

    private static final int MOST = 100;

    private Cards() {}

    /** A link that stands alone: its words and its host, or, if it is bare, its host and the rest of it. Nothing is fetched. */
    static Node link(String address, String words) {
        var card = Tag.inline("a", "href", address);
        var bare = isBare(address, words);
        card.appendChild(part("link-title", bare ? host(address) : words.strip()));
        card.appendChild(new Text(" "));
        card.appendChild(part(WHERE, bare ? readable(address) : host(address)));
        return card;
    }

    static String host(String address) {
        return Addresses.safe(address).flatMap(Addresses::host).orElse("").replaceFirst("^www\\.", "");
    }

    /** An address without what people don't read. */
    static String readable(String address) {
        var text = address.replaceFirst("(?i)^(https?:)?//(www\\.)?", "").replaceFirst("/$", "");
        try {
            text = Cleaning.clean(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not encoded as it should be: shown as it is.
        }
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST - 1)) + "…";
    }

    /** Such as {@code PDF · 1.2 MB}: read alike in every language. */
    static String about(Stored file) {
        var dot = file.name().lastIndexOf('.');
        var kind = dot < 0 || file.name().length() - dot > 8
                ? ""
                : file.name().substring(dot + 1).toUpperCase(Locale.ROOT) + " · ";
        return kind + size(file.bytes());
    }

    private static String size(long bytes) {
        var tenthsOfMegabyte = Math.round(bytes / 100_000.0);
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1000.0)) + " kB";
        }
        return tenthsOfMegabyte / 10 + (tenthsOfMegabyte % 10 == 0 ? "" : "." + tenthsOfMegabyte % 10) + " MB";
    }

    private static boolean isBare(String address, String words) {
        return address.endsWith(words.strip()) && words.strip().length() >= address.length() - "https://".length();
    }

    private static Node part(String name, String words) {
        var part = Tag.inline("span", "class", Policy.sealed(name));
        part.appendChild(new Text(words));
        return part;
    }
}
