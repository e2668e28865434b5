package app.teahouse.offline;

import app.teahouse.exits.Inside;
import app.teahouse.exits.Portable;
import app.teahouse.kernel.Db;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The comments of a post: the first ones on its page, others on pages of their own. */
@Component
class Remarks {
    private static final int ON_A_PAGE = 300;
    private static final UUID START = new UUID(0, 0);

    private final Db db;
    private final Portable portable;
    private final Templates templates;

    Remarks(Db db, Portable portable, Templates templates) {
        this.db = db;
        this.portable = portable;
        this.templates = templates;
    }

    private record Row(UUID thread, UUID id, Remark remark) {}

    /** The first comments; the further pages are made on the way. */
    List<Remark> of(Disk disk, UUID post, long number, String title, Inside inside) throws IOException {
        var first = page(disk, post, START, START, inside);
        var rows = first;
        for (var page = 2; rows.size() > ON_A_PAGE; page++) {
            var last = rows.get(ON_A_PAGE - 1);
            rows = page(disk, post, last.thread(), last.id(), inside);
            var path = Disk.remarks(number, page);
            disk.put(
                    path,
                    templates.offlineRemarks(
                            disk,
                            Disk.root(path),
                            title,
                            shown(rows),
                            name(Disk.remarks(number, page - 1)),
                            rows.size() > ON_A_PAGE ? name(Disk.remarks(number, page + 1)) : null));
        }
        return shown(first);
    }

    static boolean goOn(long comments, List<Remark> shown) {
        return comments > ON_A_PAGE && shown.size() == ON_A_PAGE;
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<Remark> shown(List<Row> rows) {
        return rows.stream().limit(ON_A_PAGE).map(Row::remark).toList();
    }

    private List<Row> page(Disk disk, UUID post, UUID thread, UUID comment, Inside inside) {
        return db.sql("""
                select c.thread_id, c.comment_id, coalesce(m.alias, c.byline), c.made_at, c.html
                  from comments.comment c
                  left join members.membership m on m.circle_id = c.circle_id and m.account_id = c.author_id
                 where c.circle_id = :circle and c.post_id = :post and c.state = 'live'
                   and (c.thread_id, c.comment_id) > (:thread, :comment)
                 order by c.thread_id, c.comment_id
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("post", post)
                .with("thread", thread)
                .with("comment", comment)
                .with("most", ON_A_PAGE + 1)
                .all((row, n) -> {
                    var own = Db.uuid(row, 1);
                    var id = Db.uuid(row, 2);
                    return new Row(
                            own,
                            id,
                            new Remark(
                                    disk.author(row.getString(3)),
                                    disk.day(Db.instant(row, 4)),
                                    portable.xhtml(disk.face(), row.getString(5), inside),
                                    !own.equals(id)));
                });
    }
}
