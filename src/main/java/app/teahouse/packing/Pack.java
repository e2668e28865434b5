package app.teahouse.packing;

import app.teahouse.files.Digests;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Puts a circle into an archive, one part of a table after the other. Tables leave in the opposite order of that in which they come
 * in: what is referred to leaves after what refers to it, so that it is there although people go on writing meanwhile.
 */
@Component
public class Pack {
    /** Parts are cut by this size as well, so that none needs much memory. */
    private static final int MOST_BYTES = 4_000_000;

    private static final int FILES_AT_ONCE = 50;
    private static final int WEIGHED = 100_000;

    private final Crates crates;
    private final Rows rows;
    private final Addresses addresses;
    private final Digests digests;
    private final Catalogue catalogue;
    private final Db db;

    Pack(Crates crates, Rows rows, Addresses addresses, Digests digests, Catalogue catalogue, Db db) {
        this.crates = crates;
        this.rows = rows;
        this.addresses = addresses;
        this.digests = digests;
        this.catalogue = catalogue;
        this.db = db;
    }

    /**
     * How far it is.
     *
     * @param crate which one, counted in the order of leaving
     * @param part of that crate, the last that was written
     * @param after the keys of the last row written
     * @param counts rows by table
     */
    public record Progress(int crate, int part, List<String> after, Map<String, Long> counts) {
        public static final Progress START = new Progress(0, 0, List.of(), Map.of());

        public long rows() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public boolean isDone(Progress progress) {
        return progress.crate() == crates.leaving().size();
    }

    /** The crate that the next part is of. */
    public String table(Progress progress) {
        return crates.leaving().get(progress.crate()).table();
    }

    /** How many rows there are to write, more or less. */
    public long total(CircleId circle) {
        return crates.leaving().stream()
                .mapToLong(crate -> rows.count(circle, crate))
                .sum();
    }

    /** How many bytes the circle's files have, as far as so many say: somebody waits for the answer. */
    public long bytes(CircleId circle) {
        return db.sql("""
                select coalesce(sum(f.bytes), 0)
                  from (select bytes
                          from files.file
                         where circle_id = :circle and loose_since is null
                         limit :most) f
                """).with("circle", circle).with("most", WEIGHED).one(Long.class);
    }

    /** Looks at files that have not left before; answers whether there are more. */
    public boolean prepare(CircleId circle) {
        return digests.fill(circle, FILES_AT_ONCE);
    }

    /** Writes the next part. */
    public Progress next(CircleId circle, Progress progress, ZipOut zip) throws IOException {
        var crate = crates.leaving().get(progress.crate());
        var page = rows.next(circle, crate, progress.after());
        addresses.free(circle, slugs(circle), crate, page.rows());
        var complete =
                page.rows().stream().filter(row -> hasItsFiles(crate, row)).toList();
        var part = progress.part();
        var lines = new StringBuilder();
        for (var row : complete) {
            beside(circle, crate, row, zip);
            lines.append(row.facts()).append('\n');
            if (lines.length() > MOST_BYTES) {
                write(crate, ++part, lines, zip);
            }
        }
        if (!lines.isEmpty()) {
            write(crate, ++part, lines, zip);
        }
        var counts = new LinkedHashMap<>(progress.counts());
        if (!complete.isEmpty()) {
            counts.merge(crate.table(), (long) complete.size(), Long::sum);
        }
        return page.last().isEmpty()
                ? new Progress(progress.crate() + 1, 0, List.of(), counts)
                : new Progress(progress.crate(), part, page.last(), counts);
    }

    /** What stands for a file whose bytes are gone is gone too. */
    private boolean hasItsFiles(Crate crate, Row row) {
        return crate.files().isEmpty()
                || catalogue.columns(crate.table()).stream()
                        .filter(column -> column.needed() && crate.files().contains(column.name()))
                        .allMatch(column -> row.has(column.name()));
    }

    private static void write(Crate crate, int part, StringBuilder lines, ZipOut zip) throws IOException {
        zip.add(path(crate.table(), part), lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }

    static String path(String table, int part) {
        return "data/" + table + "/" + String.format(Locale.ROOT, "%06d", part) + ".jsonl";
    }

    /** Writes what does not stand in the row's line. */
    private static void beside(CircleId circle, Crate crate, Row row, ZipOut zip) throws IOException {
        var paper = crate.paper();
        if (paper != null) {
            var text = paper.head().apply(row) + "\n" + row.text(paper.column());
            zip.add(paper.path().apply(row), text.getBytes(StandardCharsets.UTF_8));
            row.facts().remove(paper.column());
        }
        var bytes = crate.bytes();
        if (bytes != null) {
            try (var content = bytes.open(circle, row)) {
                if (content != null) {
                    zip.store(bytes.path(row), content);
                }
            }
        }
    }

    /** All addresses that are or were the circle's. */
    private Set<String> slugs(CircleId circle) {
        var slugs = new HashSet<>(
                db.sql("select slug from circles.slug_claim where circle_id = :circle order by slug limit 100")
                        .with("circle", circle)
                        .all((row, n) -> row.getString(1)));
        slugs.add("~");
        return slugs;
    }
}
