package app.teahouse.offline;

import app.teahouse.content.Posts;
import app.teahouse.exits.Portable;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The posts, each with its comments and files, in the order of their numbers. */
@Component
class PostPart implements Part {
    static final int AT_ONCE = 10;

    private final Db db;
    private final Portable portable;
    private final Remarks remarks;
    private final Templates templates;

    PostPart(Db db, Portable portable, Remarks remarks, Templates templates) {
        this.db = db;
        this.portable = portable;
        this.remarks = remarks;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "posts";
    }

    private record Tagged(UUID value) implements Id {}

    private record Row(
            UUID id,
            long number,
            String title,
            String html,
            Instant at,
            long comments,
            @Nullable Long member,
            @Nullable String byline,
            @Nullable String name,
            List<String> tags) {

        static Row of(ResultSet row) throws SQLException {
            var title = row.getString(3);
            var alias = row.getString(9);
            var byline = row.getString(8);
            return new Row(
                    Db.uuid(row, 1),
                    row.getLong(2),
                    title.isEmpty() ? Posts.shortened(row.getString(4)) : title,
                    row.getString(5),
                    Db.instant(row, 6),
                    row.getLong(7),
                    row.getObject(10, Long.class),
                    alias == null ? byline : null,
                    alias == null ? byline : alias,
                    Db.texts(row, 11));
        }

        @Nullable
        String author() {
            if (member != null) {
                return AuthorPart.path(member);
            }
            return byline == null ? null : BylinePart.path(byline);
        }

        /** Each as its id and its name. */
        List<Line> lines() {
            return tags.stream()
                    .map(tag -> new Line(
                            TagPart.path(Ids.text(new Tagged(UUID.fromString(tag.substring(0, 36))))),
                            tag.substring(37),
                            ""))
                    .toList();
        }
    }

    /** The place is the post before, and the highest number there was at the beginning. */
    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        var space = at.indexOf(' ');
        var before = at.isEmpty() ? 0 : Long.parseLong(at.substring(0, space));
        var last = at.isEmpty() ? last(disk) : Long.parseLong(at.substring(space + 1));
        var rows = rows(disk, before, last);
        var known = new Live(disk, last);
        for (var i = 0; i < Math.min(AT_ONCE, rows.size()); i++) {
            var after = i + 1 < rows.size() ? rows.get(i + 1).number() : 0;
            put(disk, rows.get(i), before, after, known);
            before = rows.get(i).number();
        }
        return rows.size() > AT_ONCE ? before + " " + last : null;
    }

    private long last(Disk disk) {
        return db.sql("select coalesce(max(number), 0) from content.post where circle_id = :circle and state = 'live'")
                .with("circle", disk.circle())
                .one(Long.class);
    }

    private List<Row> rows(Disk disk, long before, long last) {
        return db.sql("""
                select p.post_id, p.number, p.title, p.excerpt, p.html, p.published_at, p.comment_count,
                       p.byline, m.alias, m.number,
                       array(select t.tag_id || ' ' || t.name
                               from tags.post_tag pt
                               join tags.tag t on t.circle_id = pt.circle_id and t.tag_id = pt.tag_id
                              where pt.circle_id = p.circle_id and pt.post_id = p.post_id
                              order by t.sort_key, t.tag_id)
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.state = 'live' and p.number > :before and p.number <= :last
                 order by p.number
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("before", before)
                .with("last", last)
                .with("most", AT_ONCE + 1)
                .all((row, n) -> Row.of(row));
    }

    private void put(Disk disk, Row row, long before, long after, OnDisk.Known known) throws IOException {
        var path = Disk.post(row.number());
        var root = Disk.root(path);
        var inside = new OnDisk(disk, row.number(), root, known);
        var html = portable.xhtml(disk.face(), row.html(), inside);
        List<Remark> below =
                row.comments() == 0 ? new ArrayList<>() : remarks.of(disk, row.id(), row.number(), row.title(), inside);
        var month = disk.monthOf(row.at());
        disk.put(
                path,
                templates.offlinePost(
                        disk,
                        new Sheet(
                                root,
                                row.number(),
                                row.title(),
                                html,
                                disk.author(row.name()),
                                row.author(),
                                disk.day(row.at()),
                                MonthPart.path(month),
                                row.lines(),
                                before == 0 ? null : Disk.post(before),
                                after == 0 ? null : Disk.post(after),
                                below,
                                Remarks.goOn(row.comments(), below)
                                        ? Remarks.name(Disk.remarks(row.number(), 2))
                                        : null)));
    }

    /** Links are few, and each is one look into an index. */
    private final class Live implements OnDisk.Known {
        private final Disk disk;
        private final long last;

        Live(Disk disk, long last) {
            this.disk = disk;
            this.last = last;
        }

        @Override
        public boolean post(long number) {
            return number <= last
                    && db.sql(
                                    "select 1 from content.post where circle_id = :circle and number = :number and state = 'live'")
                            .with("circle", disk.circle())
                            .with("number", number)
                            .exists();
        }

        @Override
        public boolean column(long number) {
            return db.sql("""
                    select 1
                      from columns.series
                     where circle_id = :circle and number = :number and published_at is not null
                    """)
                    .with("circle", disk.circle())
                    .with("number", number)
                    .exists();
        }
    }
}
