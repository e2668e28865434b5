package app.teahouse.formats;

import app.teahouse.text.Node;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the addresses in a piece of HTML whole, so that they still lead somewhere when it stands on another site. */
final class Addresses {
    private static final List<String> NAMED = List.of("href", "data-src", "src");

    private Addresses() {}

    /** @param page where the HTML stood; if that is no address of the web, nothing is changed */
    static Node whole(Node tree, String page) {
        var base = uri(page);
        if (base != null && base.isAbsolute() && base.getHost() != null) {
            complete(tree, base);
        }
        return tree;
    }

    /** What {@code link} means on {@code page}, or {@code link} as it is where that says nothing. */
    static String whole(String link, String page) {
        var base = uri(page);
        var there = uri(link);
        return base == null || there == null || base.getHost() == null
                ? link
                : base.resolve(there).toString();
    }

    /** The reader of HTML bounds how deep it goes. */
    private static void complete(Node node, URI base) {
        for (var name : NAMED) {
            var there = uri(node.get(name));
            if (there != null
                    && !there.isAbsolute()
                    && !there.toString().isEmpty()
                    && !there.toString().startsWith("#")) {
                node.with(name, base.resolve(there).toString());
            }
        }
        node.children().forEach(child -> complete(child, base));
    }

    private static @Nullable URI uri(String written) {
        try {
            return URI.create(written.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
