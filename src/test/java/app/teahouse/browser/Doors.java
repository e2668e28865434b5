package app.teahouse.browser;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.routes.Route;
import app.teahouse.web.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The pages of the product, who may open each, and the addresses at which they were found: a page is known by the links to it. */
final class Doors {
    private static final Pattern VARIABLE = Pattern.compile("\\{(?!slug})");

    private final Map<PathPattern, Route> all = new TreeMap<>();
    private final Set<Find> finds = new LinkedHashSet<>();
    private final Map<String, String> firsts = new TreeMap<>();
    private final Set<Route> opened = new HashSet<>();
    private final Map<Route, Set<String>> seen = new HashMap<>();
    private final Set<String> colours = new HashSet<>();

    private record Find(As by, Route route, String path) {}

    Doors(Collection<Route> routes) {
        for (var route : routes) {
            if (!route.isWrite() && !route.isApi()) {
                all.put(PathPatternParser.defaultInstance.parse(route.path()), route);
            }
        }
    }

    /** Whom to walk as. */
    enum As {
        VISITOR,
        MEMBER,
        OWNER,
        OPERATOR;

        private Set<Class<?>> proofs() {
            return switch (this) {
                case VISITOR -> Set.of(Visitor.class, Onlooker.class);
                case MEMBER -> Set.of(Person.class, Onlooker.class, Member.class, Speaker.class);
                // What is a person's own looks the same for all: the member opens it.
                case OWNER ->
                    Set.of(Onlooker.class, Member.class, Speaker.class, Staff.class, Partner.class, Owner.class);
                case OPERATOR -> Set.of(Operator.class);
            };
        }

        /** What greets everybody is looked at as a visitor, some of it as others too. */
        boolean opens(Route route) {
            return route.proof().map(proofs()::contains).orElse(this == VISITOR)
                    || (this == MEMBER
                            && Set.of("/", "/discover", "/reset/{code:.{40,}}").contains(route.path()));
        }
    }

    /** What somebody can open in a circle without having followed a link. */
    Set<String> fixed(As as, String slug) {
        var paths = new TreeSet<String>();
        all.values().stream()
                .filter(route -> isPage(route) && as.opens(route))
                .filter(route -> !VARIABLE.matcher(route.path()).find())
                .forEach(route -> paths.add(route.path().replace("{slug}", slug)));
        return paths;
    }

    /** What somebody can open by following a link: the first of each page. What greets everybody may be another's find. */
    synchronized Set<String> found(As as, String slug) {
        var paths = new LinkedHashSet<String>();
        for (var find : finds) {
            var route = find.route();
            if (isPage(route) && as.opens(route) && (find.by() == as || As.VISITOR.opens(route))) {
                if (!route.isOfACircle() || find.path().matches(".*/" + slug + "(/.*)?")) {
                    firsts.computeIfAbsent(as + " " + route.path(), _ -> find.path());
                }
            }
        }
        firsts.forEach((whose, path) -> {
            if (whose.startsWith(as + " ")) {
                paths.add(path);
            }
        });
        return paths;
    }

    synchronized void note(As by, String path) {
        door(path).ifPresent(route -> finds.add(new Find(by, route, path)));
    }

    synchronized void opened(String path) {
        door(path).ifPresent(opened::add);
    }

    /**
     * Answers whether there is anything on this page that was not on it before, when somebody else opened it.
     *
     * @param parts what it is made of
     */
    synchronized boolean isNew(String path, Set<String> parts) {
        return door(path)
                .map(route -> seen.computeIfAbsent(route, _ -> new HashSet<>()).addAll(parts))
                .orElse(true);
    }

    /** Answers whether any of these stood on no page before. */
    synchronized boolean areNewColours(Set<String> those) {
        return colours.addAll(those);
    }

    /** The pages to which nobody came. */
    synchronized Set<String> missed() {
        var missed = new TreeSet<String>();
        all.values().stream()
                .filter(route -> isPage(route) && !opened.contains(route))
                .forEach(route -> missed.add(route.path()));
        return missed;
    }

    private Optional<Route> door(String path) {
        var plain = PathContainer.parsePath(path.replaceAll("[?#].*", ""));
        return all.entrySet().stream()
                .filter(door -> door.getKey().matches(plain))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    private static boolean isPage(Route route) {
        return route.door().getReturnType().getParameterType() == Page.class;
    }
}
