package app.teahouse.packing;

import app.teahouse.files.Digests;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Settings;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Frees texts from this site's addresses, and gives them those of another: a file is {@code ../files/<digest>.<ending>}, as a post in
 * the archive would call it, and a page of the circle {@code circle:/p/12}.
 */
@Component
class Addresses {
    private static final Pattern FILE = Pattern.compile("/f/([a-z2-7]{26})(?![a-z0-9])(-\\d{1,5}(?![a-z0-9]))?");
    private static final Pattern PACKED = Pattern.compile("\\.\\./files/([0-9a-f]{64})(\\.[a-z0-9]{1,4})?");
    private static final Pattern PLACE = Pattern.compile("files/([0-9a-f]{64})(\\.[a-z0-9]{1,4})?");
    private static final Pattern OWN_PAGE = Pattern.compile("circle:(?=/[a-z])");

    private final Digests digests;
    private final Settings settings;

    Addresses(Digests digests, Settings settings) {
        this.digests = digests;
        this.settings = settings;
    }

    /** @param slugs all addresses that are or were the circle's */
    void free(CircleId circle, Set<String> slugs, Crate crate, List<Row> rows) {
        if (crate.texts().isEmpty()
                && crate.pictures().isEmpty()
                && crate.files().isEmpty()) {
            return;
        }
        var ids = new HashSet<String>();
        for (var row : rows) {
            crate.texts().forEach(column -> addIds(ids, row.text(column)));
            crate.pictures().forEach(column -> addIds(ids, row.text(column)));
            crate.files().stream().filter(row::has).forEach(column -> ids.add(Ids.text(() -> row.id(column))));
        }
        var paths = paths(circle, ids);
        var pages = pages(slugs);
        for (var row : rows) {
            change(row, crate.texts(), text -> freed(text, paths, pages));
            change(
                    row,
                    crate.pictures(),
                    address -> FILE.matcher(address)
                            .results()
                            .findFirst()
                            .map(found -> paths.getOrDefault(found.group(1), ""))
                            .orElse(""));
            change(row, crate.files(), id -> paths.getOrDefault(Ids.text(() -> row.id(id)), ""), true);
        }
    }

    private static void addIds(Set<String> ids, String text) {
        FILE.matcher(text).results().forEach(found -> ids.add(found.group(1)));
    }

    private Map<String, String> paths(CircleId circle, Set<String> ids) {
        var all = new HashMap<String, String>();
        var some = new HashSet<String>();
        for (var id : ids) {
            some.add(id);
            if (some.size() == 400) {
                all.putAll(digests.paths(circle, some));
                some.clear();
            }
        }
        all.putAll(digests.paths(circle, some));
        return all;
    }

    private Pattern pages(Set<String> slugs) {
        var alternatives = slugs.stream().sorted().map(Pattern::quote).toList();
        return Pattern.compile("(?:" + Pattern.quote(settings.base()) + "|(?<![A-Za-z0-9._~:/?#@!$&*+,;=%-]))/c/(?:"
                + String.join("|", alternatives) + ")(?=/[a-z])");
    }

    private static String freed(String text, Map<String, String> paths, Pattern pages) {
        var files = FILE.matcher(text).replaceAll(found -> {
            var path = paths.get(found.group(1));
            return Matcher.quoteReplacement(path == null ? found.group() : "../" + path);
        });
        return pages.matcher(files).replaceAll("circle:");
    }

    /** Texts that come in get the addresses that things have here. */
    static void settle(Face face, Crate crate, Row row) {
        change(
                row,
                crate.texts(),
                text -> OWN_PAGE.matcher(PACKED.matcher(text).replaceAll(found -> "/f/" + key(face, found.group(1))))
                        .replaceAll("/c/" + face.slug()));
        change(row, crate.pictures(), path -> digest(path, face, "/c/" + face.slug() + "/f/"));
        for (var column : crate.files()) {
            var found = PLACE.matcher(row.text(column));
            if (found.matches()) {
                row.set(
                        column,
                        Digests.arrived(face.id(), found.group(1)).value().toString());
            } else {
                row.facts().remove(column);
            }
        }
    }

    private static String digest(String path, Face face, String before) {
        var found = PLACE.matcher(path);
        return found.matches() ? before + key(face, found.group(1)) : "";
    }

    private static String key(Face face, String digest) {
        return Ids.text(Digests.arrived(face.id(), digest));
    }

    private static void change(Row row, Set<String> columns, UnaryOperator<String> how) {
        change(row, columns, how, false);
    }

    /** What has become nothing is left out, but a text. */
    private static void change(Row row, Set<String> columns, UnaryOperator<String> how, boolean byName) {
        for (var column : columns) {
            if (row.has(column)) {
                var before = row.text(column);
                var after = how.apply(byName ? column : before);
                if (after.isEmpty() && !before.isEmpty()) {
                    row.facts().remove(column);
                } else {
                    row.set(column, after);
                }
            }
        }
    }
}
