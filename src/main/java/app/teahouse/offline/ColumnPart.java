package app.teahouse.offline;

import app.teahouse.exits.Volume;
import app.teahouse.kernel.Db;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published columns, each with its sections and posts in their order, and the list of them. */
@Component
class ColumnPart implements Part {
    private final Db db;
    private final Templates templates;

    ColumnPart(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "columns";
    }

    private record Column(UUID id, long number, String name, String promise) {}

    private record Row(String section, Line line) {}

    /** The place is the column before; once all are there, the list of them is made. */
    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        var columns = columns(disk, at.isEmpty() ? 0 : Long.parseLong(at), 1);
        if (columns.isEmpty()) {
            list(disk);
            return null;
        }
        var column = columns.getFirst();
        var chapters = new ArrayList<Chapters>();
        for (var row : rows(disk, column)) {
            if (chapters.isEmpty() || !chapters.getLast().name().equals(row.section())) {
                chapters.add(new Chapters(row.section(), new ArrayList<>()));
            }
            chapters.getLast().lines().add(row.line());
        }
        disk.put(
                "columns/" + column.number() + ".html",
                templates.offlineColumn(disk, column.name(), column.promise(), chapters));
        return Long.toString(column.number());
    }

    private void list(Disk disk) throws IOException {
        var lines = columns(disk, 0, Disk.LINES * 5).stream()
                .map(column -> new Line("columns/" + column.number() + ".html", column.name(), column.promise()))
                .toList();
        if (!lines.isEmpty()) {
            disk.put(
                    "columns/index.html",
                    templates.offlineList(
                            disk, new Listing("../", disk.t("offline.columns"), null, lines, null, null)));
        }
    }

    private List<Column> columns(Disk disk, long after, int most) {
        return db.sql("""
                select column_id, number, name, promise
                  from columns.series
                 where circle_id = :circle and published_at is not null and number > :after
                 order by number
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("after", after)
                .with("most", most)
                .all((row, n) -> new Column(Db.uuid(row, 1), row.getLong(2), row.getString(3), row.getString(4)));
    }

    private List<Row> rows(Disk disk, Column column) {
        return db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, coalesce(m.alias, p.byline), coalesce(s.name, '')
                  from columns.item i
                  join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                  left join columns.section s
                    on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                 where i.circle_id = :circle and i.column_id = :column
                 order by s.position nulls first, i.position, i.post_id
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("column", column.id())
                .with("most", Volume.MOST)
                .all((row, n) -> new Row(row.getString(6), Line.Brief.read(row).line(disk)));
    }
}
