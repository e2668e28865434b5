package app.teahouse.offline;

import app.teahouse.kernel.Db;
import app.teahouse.offline.Line.Brief;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first page, which leads to all lists. It comes last: a file that has it is whole. */
@Component
class FrontPart implements Part {
    private static final int NEWEST = 20;

    private final Db db;
    private final Templates templates;

    FrontPart(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "front";
    }

    private record Counts(long posts, long highlights, long columns, long tags) {}

    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        var counts = db.sql("""
                select (select count(*) from content.post where circle_id = :circle and state = 'live'),
                       (select count(*)
                          from content.post
                         where circle_id = :circle and state = 'live' and highlighted_at is not null),
                       (select count(*) from columns.series where circle_id = :circle and published_at is not null),
                       (select count(*) from tags.tag where circle_id = :circle and post_count > 0 and merged_into is null)
                """)
                .with("circle", disk.circle())
                .one((row, n) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
        disk.put("index.html", templates.offlineFront(disk, lists(disk, counts), newest(disk)));
        return null;
    }

    private static List<Line> lists(Disk disk, Counts counts) {
        var lists = new ArrayList<Line>();
        if (counts.columns() > 0) {
            lists.add(new Line("columns/index.html", disk.t("offline.columns"), count(counts.columns())));
        }
        if (counts.highlights() > 0) {
            lists.add(new Line("highlights/index.html", disk.t("offline.highlights"), count(counts.highlights())));
        }
        lists.add(new Line("dates/index.html", disk.t("offline.dates"), count(counts.posts())));
        if (counts.tags() > 0) {
            lists.add(new Line("tags/index.html", disk.t("offline.tags"), count(counts.tags())));
        }
        lists.add(new Line("authors/index.html", disk.t("offline.authors"), ""));
        return lists;
    }

    private static String count(long count) {
        return Long.toString(count);
    }

    private List<Line> newest(Disk disk) {
        return db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, coalesce(m.alias, p.byline)
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.state = 'live'
                 order by p.number desc
                 limit :most
                """).with("circle", disk.circle()).with("most", NEWEST).all((row, n) -> Brief.read(row)).stream()
                .map(post -> post.line(disk))
                .toList();
    }
}
