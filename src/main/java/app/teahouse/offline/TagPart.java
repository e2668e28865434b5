package app.teahouse.offline;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.offline.Line.Brief;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The posts under each tag, newest first. */
@Component
class TagPart implements Part {
    private static final String FIRST = new UUID(0, 0).toString();

    private final Db db;
    private final Templates templates;

    TagPart(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "tags";
    }

    static String path(String id) {
        return Disk.list("tags/" + id, 1);
    }

    private record Tag(UUID value, String name) implements Id {}

    /** The place is a tag, and in it the page that is next with the number of the post before. */
    @Override
    public @Nullable String next(Disk disk, String at) throws IOException {
        var place = at.isEmpty() ? begin(disk, FIRST) : at;
        if (place == null) {
            return null;
        }
        var parts = place.split(" ");
        var page = Integer.parseInt(parts[1]);
        var tag = tag(disk, UUID.fromString(parts[0]));
        var rows = rows(disk, tag.value(), Long.parseLong(parts[2]));
        var more = rows.size() > Disk.LINES;
        var lines = rows.stream().limit(Disk.LINES).map(post -> post.line(disk)).toList();
        var name = "tags/" + Ids.text(tag);
        disk.put(
                Disk.list(name, page),
                templates.offlineList(disk, Listing.of(name, page, "#" + tag.name(), "tags/index.html", lines, more)));
        return more
                ? tag.value() + " " + (page + 1) + " "
                        + rows.get(Disk.LINES - 1).number()
                : begin(disk, tag.value().toString());
    }

    private @Nullable String begin(Disk disk, String after) {
        return db.sql("""
                select tag_id::text
                  from tags.tag
                 where circle_id = :circle and tag_id > :after and post_count > 0 and merged_into is null
                 order by tag_id
                 limit 1
                """)
                .with("circle", disk.circle())
                .with("after", UUID.fromString(after))
                .maybe(String.class)
                .map(tag -> tag + " 1 " + Long.MAX_VALUE)
                .orElse(null);
    }

    private Tag tag(Disk disk, UUID id) {
        return db.sql("select name from tags.tag where circle_id = :circle and tag_id = :tag")
                .with("circle", disk.circle())
                .with("tag", id)
                .maybe(String.class)
                .map(name -> new Tag(id, name))
                .orElse(new Tag(id, ""));
    }

    private List<Brief> rows(Disk disk, UUID tag, long before) {
        return db.sql("""
                select p.number, p.title, p.excerpt, p.published_at, coalesce(m.alias, p.byline)
                  from tags.post_tag pt
                  join content.post p on p.circle_id = pt.circle_id and p.post_id = pt.post_id and p.state = 'live'
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where pt.circle_id = :circle and pt.tag_id = :tag and pt.number < :before
                 order by pt.number desc
                 limit :most
                """)
                .with("circle", disk.circle())
                .with("tag", tag)
                .with("before", before)
                .with("most", Disk.LINES + 1)
                .all((row, n) -> Brief.read(row));
    }
}
