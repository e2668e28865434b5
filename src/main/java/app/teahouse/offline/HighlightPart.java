package app.teahouse.offline;

import app.teahouse.kernel.Db;
import app.teahouse.offline.Line.Brief;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The highlights, newest first. */
@Component
class HighlightPart implements Part {
    private final Db db;
    private final Templates templates;

    HighlightPart(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "highlights";
    }

    /** The place is the page that is next, with the number of the post before. */
    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        var parts = at.isEmpty() ? new String[] {"1", Long.toString(Long.MAX_VALUE)} : at.split(" ");
        var page = Integer.parseInt(parts[0]);
        var rows = rows(disk, Long.parseLong(parts[1]));
        if (rows.isEmpty()) {
            return null;
        }
        var more = rows.size() > Disk.LINES;
        var lines = rows.stream().limit(Disk.LINES).map(post -> post.line(disk)).toList();
        disk.put(
                Disk.list("highlights/index", page),
                templates.offlineList(
                        disk, Listing.of("highlights/index", page, disk.t("offline.highlights"), null, lines, more)));
        return more ? (page + 1) + " " + rows.get(Disk.LINES - 1).number() : null;
    }

    private List<Brief> rows(Disk disk, long before) {
        return db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, coalesce(m.alias, p.byline)
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.state = 'live' and p.highlighted_at is not null and p.number < :before
                 order by p.number desc
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("before", before)
                .with("most", Disk.LINES + 1)
                .all((row, n) -> Brief.read(row));
    }
}
