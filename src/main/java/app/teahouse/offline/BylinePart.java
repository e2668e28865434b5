package app.teahouse.offline;

import app.teahouse.kernel.Db;
import app.teahouse.offline.Line.Brief;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The imported posts under each name that is no member's. */
@Component
class BylinePart implements Part {
    private static final UUID START = new UUID(0, 0);

    private final Db db;
    private final Templates templates;

    BylinePart(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "bylines";
    }

    /** Names can be anything, names of files cannot. */
    static String path(String byline) {
        return Disk.list(file(byline), 1);
    }

    private static String file(String byline) {
        return "authors/b" + UUID.nameUUIDFromBytes(byline.getBytes(StandardCharsets.UTF_8));
    }

    private record Row(UUID id, Brief post) {}

    /** The place is a name, and under it the page that is next with the post before. */
    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        var parts = at.split(" ");
        var fresh = at.isEmpty() || parts[1].equals("1");
        var before = at.isEmpty() ? "" : URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        var byline = fresh ? after(disk, before) : before;
        if (byline == null) {
            return null;
        }
        var page = fresh ? 1 : Integer.parseInt(parts[1]);
        var rows = rows(disk, byline, fresh ? START : UUID.fromString(parts[2]));
        var more = rows.size() > Disk.LINES;
        var lines = rows.stream()
                .limit(Disk.LINES)
                .map(row -> row.post().line(disk))
                .toList();
        if (page == 1 && lines.isEmpty()) {
            return place(byline, 1, START);
        }
        disk.put(
                Disk.list(file(byline), page),
                templates.offlineList(disk, Listing.of(file(byline), page, byline, "authors/index.html", lines, more)));
        return more ? place(byline, page + 1, rows.get(Disk.LINES - 1).id()) : place(byline, 1, START);
    }

    private static String place(String byline, int page, UUID post) {
        return URLEncoder.encode(byline, StandardCharsets.UTF_8) + " " + page + " " + post;
    }

    private @Nullable String after(Disk disk, String byline) {
        return db.sql("""
                select byline
                  from content.byline
                 where circle_id = :circle and byline > :byline
                 order by byline
                 limit 1
                """)
                .with("circle", disk.circle())
                .with("byline", byline)
                .maybe(String.class)
                .orElse(null);
    }

    private List<Row> rows(Disk disk, String byline, UUID after) {
        return db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, p.byline, p.post_id
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.byline = :byline and p.state = 'live' and m.alias is null
                   and p.post_id > :after
                 order by p.post_id
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("byline", byline)
                .with("after", after)
                .with("most", Disk.LINES + 1)
                .all((row, n) -> new Row(Db.uuid(row, 6), Brief.read(row)));
    }
}
