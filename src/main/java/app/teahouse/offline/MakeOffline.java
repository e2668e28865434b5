package app.teahouse.offline;

import app.teahouse.files.OpenFile;
import app.teahouse.kernel.Db;
import app.teahouse.takeaway.Budget;
import app.teahouse.takeaway.Parcel;
import app.teahouse.takeaway.Progress;
import app.teahouse.takeaway.Takeaway;
import app.teahouse.takeaway.TakeawayKind;
import app.teahouse.web.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes all pages of a circle, part after part. The cursor is a part's name and its place. */
@Component
class MakeOffline implements TakeawayKind {
    private final Db db;
    private final Words words;
    private final OpenFile files;
    private final List<Part> parts;

    MakeOffline(
            Db db,
            Words words,
            OpenFile files,
            PostPart posts,
            MonthPart months,
            TagPart tags,
            AuthorPart authors,
            BylinePart bylines,
            ColumnPart columns,
            HighlightPart highlights,
            NamesPart names,
            FrontPart front) {
        this.db = db;
        this.words = words;
        this.files = files;
        this.parts = List.of(posts, months, tags, authors, bylines, columns, highlights, names, front);
    }

    @Override
    public String name() {
        return "offline";
    }

    @Override
    public For whom() {
        return For.OWNER;
    }

    @Override
    public String title() {
        return "offline.title";
    }

    @Override
    public String icon() {
        return "world";
    }

    @Override
    public Progress step(Takeaway takeaway, Parcel parcel, Budget budget) throws IOException {
        var disk = new Disk(takeaway.member().face(), takeaway.askedAt(), parcel, words, files);
        var begins = takeaway.cursor().isEmpty();
        if (begins) {
            disk.put("style.css", style());
        }
        var total = begins ? total(disk) : takeaway.total();
        var space = takeaway.cursor().indexOf(' ');
        var part = begins ? parts.getFirst() : named(takeaway.cursor().substring(0, space));
        var at = begins ? "" : takeaway.cursor().substring(space + 1);
        var done = takeaway.done();
        while (budget.take()) {
            var next = part.next(disk, at);
            done++;
            if (next == null) {
                var index = parts.indexOf(part) + 1;
                if (index == parts.size()) {
                    return new Progress("", done, done, true);
                }
                part = parts.get(index);
                at = "";
            } else {
                at = next;
            }
        }
        return new Progress(part.name() + " " + at, done, Math.max(total, done + 1), false);
    }

    private Part named(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Posts come by a few, lists by the page. */
    private long total(Disk disk) {
        var posts = db.sql("select count(*) from content.post where circle_id = :circle and state = 'live'")
                .with("circle", disk.circle())
                .one(Long.class);
        return posts / PostPart.AT_ONCE + posts / 60 + 20;
    }

    private static String style() throws IOException {
        try (var style = MakeOffline.class.getResourceAsStream("/offline/style.css")) {
            if (style == null) {
                throw new IOException("The stylesheet of offline pages is missing");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
