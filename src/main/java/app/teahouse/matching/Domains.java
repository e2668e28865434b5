package app.teahouse.matching;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Names of hosts, and below which of them anybody can have a name (the Public Suffix List, as the HTTP client brings it). */
public final class Domains {
    private static final int LONGEST = 253;

    private Domains() {}

    /** Loaded at first use: the list has nine thousand lines. */
    private static final class Suffixes {
        static final PublicSuffixMatcher ALL = PublicSuffixMatcherLoader.getDefault();
    }

    /** A host in the letters of the network, {@code xn--…} for others; nothing if no host can be called that. */
    public static Optional<String> host(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return ascii.length() <= LONGEST && isHost(ascii) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHost(String ascii) {
        var labels = ascii.split("\\.", -1);
        for (var label : labels) {
            if (!label.matches("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")) {
                return false;
            }
        }
        return labels.length > 1 && !labels[labels.length - 1].matches("[0-9_-]+");
    }

    /** Whether names below it belong to different people, so that a rule about all of them would be about too many. */
    public static boolean isShared(String host) {
        return host.indexOf('.') < 0 || Suffixes.ALL.matches(host);
    }

    /** Whether it ends as hosts do, so that it is one although nothing else says so. */
    static boolean isKnown(String host) {
        return Suffixes.ALL.getDomainRoot(host, DomainType.ICANN) != null
                || Suffixes.ALL.getDomainRoot(host, DomainType.PRIVATE) != null;
    }
}
