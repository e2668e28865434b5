package app.teahouse.imports;

import app.teahouse.kernel.Refusal;
import app.teahouse.text.Source;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an archive would bring: its articles by date, and what is odd about it. Nothing is changed yet.
 *
 * @param pictures the addresses of pictures at other hosts
 */
record Plan(List<Entry> entries, List<Oddity> oddities, Set<String> pictures) {
    static final int LONGEST_TITLE = 120;
    private static final int LONGEST_AUTHOR = 60;
    static final int LONGEST_BODY = 100_000;

    /** So long that no change brings it down to what a post may be; it is not even parsed. */
    private static final int HOPELESS_BODY = 4 * LONGEST_BODY;

    private static final int MOST_OTHERS = 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(26);

    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,2}+[ \\t]++(.++)$");

    record Entry(String path, String title, Instant publishedAt, String author, List<String> tags, boolean highlight) {}

    record Oddity(String path, String code, String detail) {}

    /** @throws Refusal {@code import.no-articles}, {@code import.too-many-files}, {@code import.whole-circle} */
    static Plan of(Archive archive, ZoneId zone, Instant now) throws IOException {
        if (archive.has("circle.json") && archive.has("about.json")) {
            throw Refusal.invalid("file", "import.whole-circle");
        }
        var articles = archive.articles();
        if (articles.isEmpty()) {
            throw Refusal.invalid("file", "import.no-articles");
        }
        if (articles.size() > Archive.MOST_ARTICLES) {
            throw Refusal.invalid("file", "import.too-many-files");
        }
        var csv = archive.text("manifest.csv");
        var manifest = csv.isPresent() ? Manifest.read(csv.get(), zone) : Manifest.NONE;
        var oddities = new ArrayList<Oddity>();
        var entries = new ArrayList<Entry>();
        var pictures = new HashSet<String>();
        for (var path : articles) {
            var matter = FrontMatter.of(archive.text(path).orElse(""));
            if (matter.body().isBlank()) {
                oddities.add(new Oddity(path, "empty", ""));
                continue;
            }
            entries.add(entry(path, matter, manifest, zone, now, oddities));
            if (!isHopeless(matter.body())) {
                pictures.addAll(new Source(matter.body()).picturesAway());
            }
        }
        for (var named : manifest.lines().keySet()) {
            if (!archive.has(named) && articles.stream().noneMatch(path -> path.endsWith("/" + named))) {
                oddities.add(new Oddity(named, "manifest-only", ""));
            }
        }
        archive.others(MOST_OTHERS).forEach(path -> oddities.add(new Oddity(path, "other-file", "")));
        entries.sort(Comparator.comparing(Entry::publishedAt).thenComparing(Entry::path));
        return new Plan(List.copyOf(entries), List.copyOf(oddities), Set.copyOf(pictures));
    }

    /** Of a source that was translated: the translation has said already where a date is missing, and on which line. */
    Plan dated() {
        return new Plan(
                entries,
                oddities.stream().filter(odd -> !odd.code().equals("no-date")).toList(),
                pictures);
    }

    private static Entry entry(
            String path, FrontMatter matter, Manifest manifest, ZoneId zone, Instant now, List<Oddity> oddities) {
        var line = manifest.of(path).orElse(null);
        var published = published(line, matter, zone);
        if (published == null) {
            var bad = line == null ? null : line.badDate();
            oddities.add(new Oddity(path, bad == null ? "no-date" : "bad-date", bad == null ? "" : bad));
        }
        if (published != null && published.isAfter(now.plus(CLOCKS_DIFFER))) {
            oddities.add(new Oddity(path, "future-date", published.toString().substring(0, 10)));
            published = now;
        }
        var title = title(line, matter, path);
        var tags = line == null || line.tags().isEmpty() ? matter.all("tags") : line.tags();
        var author =
                line == null || line.author() == null ? matter.first("author").orElse("") : line.author();
        return new Entry(
                path,
                title,
                published == null ? now : published,
                shortened(author.strip(), LONGEST_AUTHOR),
                tags.stream().limit(10).toList(),
                matter.first("highlight").filter("true"::equals).isPresent());
    }

    private static @Nullable Instant published(Manifest.@Nullable Line line, FrontMatter matter, ZoneId zone) {
        if (line != null && line.published() != null) {
            return line.published();
        }
        return matter.first("date", "published")
                .map(text -> Manifest.instant(text, zone))
                .orElse(null);
    }

    private static String title(Manifest.@Nullable Line line, FrontMatter matter, String path) {
        var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("(?i)\\.(md|markdown)$", "");
        var title = line != null && line.title() != null
                ? line.title()
                : matter.first("title").orElseGet(() -> matter.isEmpty("title") ? "" : heading(matter.body(), name));
        var plain = title.strip().replaceAll("\\s+", " ");
        return shortened(plain, LONGEST_TITLE);
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }

    private static String heading(String body, String otherwise) {
        var heading = HEADING.matcher(body);
        return heading.find() ? open(heading.group(1)).replaceAll("[*_`]", "") : otherwise;
    }

    /** Without the marks that may close a heading too. By hand: a pattern would try each run of spaces from each of its ends. */
    private static String open(String heading) {
        var words = heading.stripTrailing();
        var end = words.length();
        while (end > 1 && words.charAt(end - 1) == '#') {
            end--;
        }
        return words.substring(0, end).stripTrailing();
    }

    static boolean isHopeless(String body) {
        return body.length() > HOPELESS_BODY;
    }

    /** The text as it will be kept, but for its pictures and links. */
    static Source source(String text, String title) {
        return new Source(FrontMatter.of(text).body()).withoutTitle(title).joined();
    }
}
