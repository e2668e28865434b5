package app.teahouse.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;

/** Addresses in an archive's texts, as paths inside it. */
final class Paths {
    private Paths() {}

    /** The path that {@code address} means in the file {@code from}; nothing for other hosts and for places above the archive. */
    static Optional<String> resolve(String from, String address) {
        if (address.isEmpty()
                || address.startsWith("#")
                || address.matches("(?i)[a-z][a-z0-9+.-]*:.*")
                || address.startsWith("//")) {
            return Optional.empty();
        }
        var plain = address.replaceFirst("[?#].*", "");
        String decoded;
        try {
            decoded = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            decoded = plain;
        }
        var folder = decoded.startsWith("/") ? "" : from.substring(0, from.lastIndexOf('/') + 1);
        var parts = new ArrayDeque<String>();
        for (var part : (folder + decoded).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    static boolean isAway(String address) {
        return address.matches("(?i)(https?:)?//[^/\\s]+.*");
    }
}
