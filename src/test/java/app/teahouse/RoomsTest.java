package app.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps rooms apart: what they may look at, whose tables they may touch, what their classes may be called. */
class RoomsTest {
    private static final Pattern READS = Pattern.compile("(?<!epoch )\\b(?:from|join)\\s+([a-z_]+)\\.[a-z_]+");
    private static final Pattern WRITES = Pattern.compile("\\b(?:into|update|delete from)\\s+([a-z_]+)\\.[a-z_]+");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+)\"");
    private static final Pattern BAD_NAME =
            Pattern.compile(".*(Service|Impl|Manager|Helper|Util|Utils|DTO|Dto|VO|BO|Entity|Repository)");

    private static final Set<String> PROOFS =
            Set.of("Visitor", "Person", "Onlooker", "Member", "Speaker", "Staff", "Partner", "Owner", "Operator");

    /** The floors of ARCHITECTURE.md, from the ground up; on one floor from left to right. */
    private static final List<List<String>> FLOORS = List.of(
            List.of(
                    "postgres",
                    "connections",
                    "kernel",
                    "luggage",
                    "jobs",
                    "secrets",
                    "web",
                    "security",
                    "idempotency",
                    "text",
                    "sharing",
                    "analysis",
                    "matching"),
            List.of(
                    "mail",
                    "accounts",
                    "settings",
                    "entrance",
                    "departures",
                    "suspicions",
                    "tokens",
                    "passkeys",
                    "outside",
                    "files",
                    "ledger",
                    "gateways",
                    "payments",
                    "practice",
                    "stripe",
                    "wechat"),
            List.of(
                    "circles",
                    "treasury",
                    "openings",
                    "endings",
                    "access",
                    "speaking",
                    "blocks",
                    "members",
                    "reservations",
                    "roster",
                    "timeline",
                    "staffnotes",
                    "muting",
                    "blocking",
                    "membertags",
                    "questions",
                    "directory",
                    "strikes",
                    "applications",
                    "invitations",
                    "log",
                    "takeaway",
                    "ways",
                    "till",
                    "byhand",
                    "plans",
                    "passes",
                    "comps",
                    "coupons",
                    "orders",
                    "offers",
                    "memberships",
                    "letters",
                    "receipts",
                    "gifts",
                    "renewals",
                    "payouts",
                    "statements"),
            List.of(
                    "tags",
                    "reactions",
                    "reading",
                    "drafts",
                    "guard",
                    "content",
                    "sheet",
                    "curation",
                    "saved",
                    "comments",
                    "writings",
                    "feed",
                    "highlights",
                    "away",
                    "bylines",
                    "formats",
                    "imports",
                    "syndication",
                    "columns",
                    "readers",
                    "exits",
                    "books",
                    "offline",
                    "homework",
                    "paths",
                    "start",
                    "removals",
                    "reports",
                    "review",
                    "verdicts",
                    "complaints",
                    "index",
                    "synonyms",
                    "search",
                    "screening",
                    "segments"),
            List.of(
                    "packing",
                    "arrivals",
                    "exports",
                    "live",
                    "topics",
                    "following",
                    "notify",
                    "occasions",
                    "announcements",
                    "welcome"),
            List.of("home", "site", "demo"));

    private final ApplicationModules rooms = ApplicationModules.of(Teahouse.class);

    @Test
    void dependencies_are_declared_and_have_no_circles() {
        rooms.verify();
    }

    @Test
    void rooms_look_only_down_and_to_their_left() {
        var order = FLOORS.stream().flatMap(List::stream).toList();
        var faults = new ArrayList<String>();
        for (var room : rooms) {
            var here = order.indexOf(name(room));
            assertThat(here)
                    .as("The room " + name(room)
                            + " has no floor: give it one in RoomsTest.FLOORS and in ARCHITECTURE.md")
                    .isNotNegative();
            room.getDirectDependencies(rooms)
                    .uniqueModules()
                    .filter(other -> order.indexOf(name(other)) > here)
                    .forEach(other -> faults.add(name(room) + " looks at " + name(other)));
        }
        assertThat(faults)
                .as("These look up or to their right. Tell the room above by an event, or declare an interface below; "
                        + "or the feature belongs to a higher room")
                .isEmpty();
    }

    /** A room reads its own tables and those of rooms it may look at, and writes only its own. */
    @Test
    void statements_stay_where_their_room_may_look() throws IOException {
        var strays = new ArrayList<String>();
        for (var room : rooms) {
            var mayRead = new HashSet<String>(Set.of(name(room)));
            mayRead.addAll(declared(room));
            for (var file : sources(room)) {
                var text = Files.readString(file);
                stray(text, READS, mayRead).forEach(table -> strays.add(file.getFileName() + " reads " + table));
                stray(text, WRITES, Set.of(name(room)))
                        .forEach(table -> strays.add(file.getFileName() + " writes " + table));
            }
        }
        assertThat(strays)
                .as(
                        "Whose tables a room reads stands in allowedDependencies of its package-info; it writes its own only, "
                                + "and asks a public class of the other room for the rest")
                .isEmpty();
    }

    /** The rooms named in the room's package-info. */
    private static List<String> declared(ApplicationModule room) throws IOException {
        var file = Path.of("src/main/java", room.getBasePackage().getName().split("\\."))
                .resolve("package-info.java");
        return QUOTED.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> stray(String text, Pattern pattern, Set<String> allowed) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(schema -> !allowed.contains(schema) && !schema.startsWith("pg_"))
                .toList();
    }

    /** What has heard an event is stored by its simple name: of two that share it, the second would hear nothing. */
    @Test
    void every_listener_has_a_name_of_its_own() throws IOException {
        var names = new HashSet<String>();
        for (var room : rooms) {
            for (var file : sources(room)) {
                if (Files.readString(file).contains("implements Listener<")) {
                    assertThat(names.add(file.getFileName().toString()))
                            .as(file + " shares its name with a listener of another room")
                            .isTrue();
                }
            }
        }
    }

    /** A proof that others could make would prove nothing. */
    @Test
    void nobody_but_the_gate_makes_a_proof() {
        var makers = new TreeSet<String>();
        for (var room : rooms) {
            for (var each : room.getBasePackage()) {
                each.getConstructorCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner())
                        .filter(made -> made.getPackageName().equals("app.teahouse.kernel")
                                && PROOFS.contains(made.getSimpleName()))
                        .forEach(made -> makers.add(each.getName() + " makes " + made.getSimpleName()));
            }
        }
        assertThat(makers).isNotEmpty().allMatch(maker -> maker.startsWith("app.teahouse.members.CircleGate makes "));
    }

    @Test
    void names_are_words_of_the_product() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".java"))
                            .map(name -> name.substring(0, name.length() - 5))
                            .filter(name -> BAD_NAME.matcher(name).matches()))
                    .isEmpty();
        }
    }

    private static List<Path> sources(ApplicationModule room) throws IOException {
        try (Stream<Path> files = Files.list(
                Path.of("src/main/java", room.getBasePackage().getName().split("\\.")))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String name(ApplicationModule room) {
        var name = room.getIdentifier().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
