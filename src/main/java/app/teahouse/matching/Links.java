package app.teahouse.matching;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the hosts a text leads to: after {@code http://}, and where something ends as hosts do, also with the dots written otherwise.
 * What stands before an {@code @} is not where an address leads, and an e-mail address is no link.
 */
public final class Links {
    private static final int MOST = 200;
    private static final int LONGEST = 300;

    /** Endings that are oftener those of files. */
    private static final Set<String> FILES = Set.of("md", "py", "sh", "rs", "pl", "so", "ps", "zip", "mov");

    private static final List<String> DOTS =
            List.of("[.]", "(.)", "{.}", "[dot]", "(dot)", " dot ", "点com", "点cn", "点net", "点top", "点org", "点cc");

    private final Line line;
    private final List<Link> found = new ArrayList<>();

    /** A host, and where it stands. */
    public record Link(String host, int from, int to) {

        /** The host and all that it lies below, as a reader sees them: the same for letters of several scripts that look the same. */
        public List<String> looks() {
            return names(Links.looks(host));
        }

        /** The host and all that it lies below. */
        public List<String> names() {
            return names(host);
        }

        private static List<String> names(String host) {
            var names = new ArrayList<String>();
            for (var at = 0; at >= 0; at = host.indexOf('.', at) + 1) {
                names.add(host.substring(at));
                if (host.indexOf('.', at) < 0) {
                    break;
                }
            }
            return names;
        }
    }

    /** A host as a reader sees it. */
    public static String looks(String host) {
        var labels = IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED).split("\\.");
        for (var i = 0; i < labels.length; i++) {
            labels[i] = Plain.of(labels[i]).toString();
        }
        return String.join(".", labels);
    }

    private Links(Line line) {
        this.line = line;
    }

    public static List<Link> in(Line line) {
        var links = new Links(line);
        links.look();
        return List.copyOf(links.found);
    }

    private void look() {
        for (var i = 0; i < line.length() && found.size() < MOST; ) {
            if (line.at(i) == ':' && line.has(i, "://")) {
                i = addressed(i + 3);
            } else if (isOfHost(line.at(i))) {
                i = bare(i);
            } else {
                i++;
            }
        }
    }

    /** Behind a scheme everything up to the path names the host; whatever stands before an at-sign there is a disguise. */
    private int addressed(int from) {
        var start = from;
        var end = from;
        while (end < line.length() && end - from < LONGEST && !isEndOfHost(line.at(end))) {
            if (line.at(end) == '@') {
                start = end + 1;
            }
            end++;
        }
        var typed = line.text(start, end);
        var colon = typed.indexOf(':');
        var host = colon < 0 ? typed : typed.substring(0, colon);
        if (!host.isEmpty()) {
            found.add(new Link(Domains.host(host).orElse(host), line.place(start), line.placeBehind(end)));
        }
        return skipPath(end);
    }

    private static boolean isEndOfHost(char c) {
        return c <= ' ' || "/?#\\\"'<>()[]{}|，、；！".indexOf(c) >= 0;
    }

    private int skipPath(int from) {
        var i = from;
        while (i < line.length() && line.at(i) > ' ' && line.at(i) < 0x80 && ")]>\"'".indexOf(line.at(i)) < 0) {
            i++;
        }
        return i;
    }

    private int bare(int from) {
        var host = hostAt(from);
        if (host.isEmpty()) {
            return endOfLabel(from);
        }
        var end = host.get().end();
        var name = Domains.host(host.get().name()).filter(Domains::isKnown);
        var mailed = line.at(from - 1) == '@' || line.at(end) == '@';
        if (name.isPresent() && !mailed && !isFile(name.get(), from, end)) {
            found.add(new Link(name.get(), line.place(from), line.placeBehind(end)));
        }
        return line.at(end) == '/' ? skipPath(end) : end;
    }

    private boolean isFile(String host, int from, int end) {
        return FILES.contains(host.substring(host.lastIndexOf('.') + 1))
                && line.at(end) != '/'
                && !line.has(from, "www.");
    }

    private record Host(String name, int end) {}

    /** Labels with dots between them, at least two. */
    private Optional<Host> hostAt(int from) {
        return hostAt(line, from);
    }

    static Optional<String> hostName(Line line, int from) {
        return hostAt(line, from).map(Host::name);
    }

    static int hostEnd(Line line, int from) {
        return hostAt(line, from).map(Host::end).orElse(from);
    }

    private static Optional<Host> hostAt(Line line, int from) {
        var first = endOfLabel(line, from);
        if (first == from || dotAt(line, first) == 0) {
            return Optional.empty();
        }
        var name = new StringBuilder();
        var i = from;
        var labels = 0;
        while (i - from < LONGEST) {
            var end = endOfLabel(line, i);
            if (end == i) {
                break;
            }
            name.append(name.isEmpty() ? "" : ".").append(line.text(i, end));
            labels++;
            i = end;
            var dot = dotAt(line, end);
            if (dot == 0 || !isOfHost(line.at(end + dot))) {
                break;
            }
            i = end + dot;
        }
        return labels < 2 ? Optional.empty() : Optional.of(new Host(name.toString(), i));
    }

    private int endOfLabel(int from) {
        return endOfLabel(line, from);
    }

    private static int endOfLabel(Line line, int from) {
        var i = from;
        while (i < line.length() && isOfHost(line.at(i))) {
            i++;
        }
        return i;
    }

    /** How long what stands for a dot is there, 0 for none. */
    private static int dotAt(Line line, int at) {
        if (line.at(at) == '.') {
            return 1;
        }
        if (" [({点".indexOf(line.at(at)) < 0) {
            return 0;
        }
        for (var dot : DOTS) {
            if (line.at(at) == dot.charAt(0) && line.has(at, dot)) {
                return dot.startsWith("点") ? 1 : dot.length();
            }
        }
        return 0;
    }

    /** Letters of all scripts but those that are written without spaces, where nobody knows where a name begins. */
    private static boolean isOfHost(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || (c > 0x7f && c < 0x2e80 && Character.isLetterOrDigit(c));
    }
}
