package app.teahouse.offline;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of tags and of authors, in the order of their names. */
@Component
class NamesPart implements Part {
    private final Db db;
    private final Templates templates;

    NamesPart(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "names";
    }

    private record Tag(UUID value) implements Id {}

    /** A name as lists are sorted by it: the sort key in hexadecimal digits, and what tells two of one name apart. */
    private record Row(String key, String own, Line line) {}

    /** The place is a list, the page of it that is next, and the name before. */
    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        var parts = at.isEmpty() ? new String[] {"tags", "1", "", ""} : at.split(" ", -1);
        var list = parts[0];
        var page = Integer.parseInt(parts[1]);
        var rows = switch (list) {
            case "tags" -> tags(disk, parts[2], parts[3]);
            case "authors" -> authors(disk, parts[2], parts[3]);
            default -> throw new IllegalStateException(list);
        };
        var more = rows.size() > Disk.LINES;
        var lines = rows.stream().limit(Disk.LINES).map(Row::line).toList();
        if (page == 1 || !lines.isEmpty()) {
            var all = lines;
            if (list.equals("authors") && !more) {
                var with = new ArrayList<>(lines);
                with.addAll(bylines(disk));
                all = with;
            }
            disk.put(
                    Disk.list(list + "/index", page),
                    templates.offlineList(
                            disk, Listing.of(list + "/index", page, disk.t("offline." + list), null, all, more)));
        }
        if (more) {
            var last = rows.get(Disk.LINES - 1);
            return list + " " + (page + 1) + " " + last.key() + " " + last.own();
        }
        return list.equals("tags") ? "authors 1  " : null;
    }

    private List<Row> tags(Disk disk, String key, String own) {
        return db.sql("""
                select encode(sort_key, 'hex'), tag_id, name, post_count
                  from tags.tag
                 where circle_id = :circle and post_count > 0 and merged_into is null
                   and (sort_key, tag_id) > (:key, :own)
                 order by sort_key, tag_id
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("key", HexFormat.of().parseHex(key))
                .with("own", own.isEmpty() ? new UUID(0, 0) : UUID.fromString(own))
                .with("most", Disk.LINES + 1)
                .all((row, n) -> {
                    var id = Db.uuid(row, 2);
                    return new Row(
                            row.getString(1),
                            id.toString(),
                            new Line(
                                    TagPart.path(Ids.text(new Tag(id))),
                                    "#" + row.getString(3),
                                    disk.t("offline.posts", "count", row.getLong(4))));
                });
    }

    private List<Row> authors(Disk disk, String key, String own) {
        return db.sql("""
                select encode(m.sort_key, 'hex'), m.number, m.alias,
                       (select count(*)
                          from content.post p
                         where p.circle_id = m.circle_id and p.author_id = m.account_id and p.state = 'live')
                  from members.membership m
                 where m.circle_id = :circle and (m.sort_key, m.number) > (:key, :own)
                   and exists (select 1
                                 from content.post p
                                where p.circle_id = m.circle_id and p.author_id = m.account_id and p.state = 'live')
                 order by m.sort_key, m.number
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("key", HexFormat.of().parseHex(key))
                .with("own", own.isEmpty() ? 0L : Long.parseLong(own))
                .with("most", Disk.LINES + 1)
                .all((row, n) -> new Row(
                        row.getString(1),
                        Long.toString(row.getLong(2)),
                        new Line(
                                AuthorPart.path(row.getLong(2)),
                                row.getString(3),
                                disk.t("offline.posts", "count", row.getLong(4)))));
    }

    /** Names above imported posts stand behind the members; there are few of them. */
    private List<Line> bylines(Disk disk) {
        return db.sql("""
                select b.byline, count(*)
                  from content.byline b
                  join content.post p on p.circle_id = b.circle_id and p.byline = b.byline and p.state = 'live'
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where b.circle_id = :circle and m.alias is null
                 group by b.byline
                 order by b.byline
                 limit 2000
                """)
                .with("circle", disk.circle())
                .all((row, n) -> new Line(
                        BylinePart.path(row.getString(1)),
                        row.getString(1),
                        disk.t("offline.posts", "count", row.getLong(2))));
    }
}
