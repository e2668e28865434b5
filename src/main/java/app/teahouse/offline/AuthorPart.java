package app.teahouse.offline;

import app.teahouse.kernel.Db;
import app.teahouse.offline.Line.Brief;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The posts of each member, newest first. */
@Component
class AuthorPart implements Part {
    private final Db db;
    private final Templates templates;

    AuthorPart(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "authors";
    }

    static String path(long member) {
        return Disk.list("authors/m" + member, 1);
    }

    private record Author(UUID account, long number, String name) {}

    /** The place is a member's number, and in it the page that is next with the number of the post before. */
    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        var parts = at.isEmpty() ? new String[] {"0", "1", ""} : at.split(" ", -1);
        var page = Integer.parseInt(parts[1]);
        var author = page == 1 ? after(disk, Long.parseLong(parts[0])) : numbered(disk, Long.parseLong(parts[0]));
        if (author == null) {
            return null;
        }
        var rows = rows(disk, author, page == 1 ? Long.MAX_VALUE : Long.parseLong(parts[2]));
        var more = rows.size() > Disk.LINES;
        var lines = rows.stream().limit(Disk.LINES).map(post -> post.line(disk)).toList();
        var name = "authors/m" + author.number();
        disk.put(
                Disk.list(name, page),
                templates.offlineList(disk, Listing.of(name, page, author.name(), "authors/index.html", lines, more)));
        return more
                ? author.number() + " " + (page + 1) + " "
                        + rows.get(Disk.LINES - 1).number()
                : author.number() + " 1 ";
    }

    private @Nullable Author after(Disk disk, long number) {
        return db.sql("""
                select m.account_id, m.number, m.alias
                  from members.membership m
                 where m.circle_id = :circle and m.number > :number
                   and exists (select 1
                                 from content.post p
                                where p.circle_id = m.circle_id and p.author_id = m.account_id and p.state = 'live')
                 order by m.number
                 limit 1
                """)
                .with("circle", disk.circle())
                .with("number", number)
                .maybe((row, n) -> new Author(Db.uuid(row, 1), row.getLong(2), row.getString(3)))
                .orElse(null);
    }

    private @Nullable Author numbered(Disk disk, long number) {
        return db.sql(
                        "select account_id, number, alias from members.membership where circle_id = :circle and number = :number")
                .with("circle", disk.circle())
                .with("number", number)
                .maybe((row, n) -> new Author(Db.uuid(row, 1), row.getLong(2), row.getString(3)))
                .orElse(null);
    }

    private List<Brief> rows(Disk disk, Author author, long before) {
        return db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, :name
                  from content.post p
                 where p.circle_id = :circle and p.author_id = :author and p.state = 'live' and p.number < :before
                 order by p.number desc
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("author", author.account())
                .with("name", author.name())
                .with("before", before)
                .with("most", Disk.LINES + 1)
                .all((row, n) -> Brief.read(row));
    }
}
