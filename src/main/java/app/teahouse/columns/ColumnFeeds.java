package app.teahouse.columns;

import app.teahouse.content.PostId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.syndication.MorePlaces;
import app.teahouse.syndication.PostFeeds;
import app.teahouse.syndication.PostFeeds.About;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Feeds of a column, for everybody its free previews alone; and the public faces of columns, for search engines. */
@Controller
class ColumnFeeds implements MorePlaces {
    private final Db db;
    private final Latches latches;
    private final PostFeeds feeds;

    ColumnFeeds(Db db, Latches latches, PostFeeds feeds) {
        this.db = db;
        this.latches = latches;
        this.feeds = feeds;
    }

    @GetMapping("/c/{slug}/columns/{number}/feed.atom")
    ResponseEntity<byte[]> everybody(Onlooker onlooker, @PathVariable long number, WebRequest request) {
        var column = find(onlooker.circle(), number);
        var path = path(onlooker.face(), number);
        return feeds.everybody(
                onlooker,
                about(onlooker.face(), column, path + "/feed.atom", path),
                posts(onlooker.circle(), column),
                request);
    }

    @GetMapping("/feeds/{address}/columns/{number}")
    ResponseEntity<byte[]> member(
            Visitor visitor, @PathVariable String address, @PathVariable long number, WebRequest request) {
        var member = feeds.of(address);
        var column = find(member.circle(), number);
        var self = "/feeds/" + address + "/columns/" + number;
        return feeds.member(
                member,
                about(member.face(), column, self, path(member.face(), number)),
                posts(member.circle(), column),
                request);
    }

    private record Found(ColumnId id, String name, String promise) {}

    private Found find(CircleId circle, long number) {
        return db.sql("""
                select column_id, name, promise
                  from columns.series
                 where circle_id = :circle and number = :number and published_at is not null
                """)
                .with("circle", circle)
                .with("number", number)
                .maybe((row, n) -> new Found(new ColumnId(Db.uuid(row, 1)), row.getString(2), row.getString(3)))
                .orElseThrow(() -> Refusal.notFound("column.unknown"));
    }

    private List<PostId> posts(CircleId circle, Found column) {
        return latches.in(circle, column.id());
    }

    private static About about(Face face, Found column, String self, String path) {
        return new About(column.id().value(), column.name() + " · " + face.name(), column.promise(), self, path);
    }

    private static String path(Face face, long number) {
        return "/c/" + face.slug() + "/columns/" + number;
    }

    @Override
    public List<String> of(Onlooker onlooker) {
        return db.sql("""
                select number
                  from columns.series
                 where circle_id = :circle and published_at is not null
                 order by number
                 limit 200
                """).with("circle", onlooker.circle()).all((row, n) -> path(onlooker.face(), row.getLong(1)));
    }
}
