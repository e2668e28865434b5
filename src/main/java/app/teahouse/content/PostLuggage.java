package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.drafts.CircleText;
import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How posts leave and come: each is a Markdown file that people can read, beside the facts. Of a deleted one no word leaves. */
@Component
class PostLuggage implements Luggage {
    private static final String WORDS_LEFT =
            "exists (select 1 from content.post p where p.circle_id = t.circle_id and p.post_id = t.post_id and p.state <> 'deleted')";

    private final Db db;
    private final CircleText circleText;
    private final StoredFiles storedFiles;
    private final Pulse pulse;

    PostLuggage(Db db, CircleText circleText, StoredFiles storedFiles, Pulse pulse) {
        this.db = db;
        this.circleText = circleText;
        this.storedFiles = storedFiles;
        this.pulse = pulse;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("content.post", "post_id")
                        .people("author_id, mentioned, highlighted_by, hidden_by, deleted_by")
                        .text("body")
                        .only("not (t.state = 'deleted' and t.number is null)")
                        .as("title", "case when t.state = 'deleted' then '' else t.title end")
                        .as("body", "case when t.state = 'deleted' then '' else t.body end")
                        .as("erased", "t.state = 'deleted'")
                        .made("html, excerpt, pictures, picture_count, minutes, comment_count, reaction_count")
                        .most("title", 400)
                        .paper(new Crate.Paper("body", PostLuggage::path, PostLuggage::head))
                        .atOnce(200)
                        .making(this::make)
                        .then(this::count),
                Crate.of("content.post_history", "post_id, version")
                        .text("body")
                        .only(WORDS_LEFT)
                        .made("html")
                        .atOnce(100)
                        .making(this::makeHistory),
                Crate.of("content.apart_counter", ""),
                Crate.of("content.byline", "byline").people("account_id, assigned_by"));
    }

    private static String path(Row row) {
        return row.has("number")
                ? "posts/" + row.number("number") + ".md"
                : "posts/waiting-" + row.id("post_id") + ".md";
    }

    private static String head(Row row) {
        var head = new StringBuilder("---\n");
        line(head, "title", row.text("title"));
        line(
                head,
                "author",
                row.has("byline") ? row.text("byline") : row.has("author_id") ? "@" + row.number("author_id") : "");
        line(
                head,
                "date",
                row.text(
                        row.has("published_at")
                                ? "published_at"
                                : row.has("publish_at") ? "publish_at" : "created_at"));
        line(head, "state", row.text("state").equals("live") ? "" : row.text("state"));
        return head.append("---\n").toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        if (!value.isEmpty()) {
            head.append(name)
                    .append(": \"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\"\n");
        }
    }

    private void make(Arrival arrival, List<Row> rows) {
        var reactions = reactions(arrival, rows);
        for (var row : rows) {
            var id = new PostId(row.id("post_id"));
            var body = row.text("body");
            var done = circleText.hold(arrival.face(), id.holder(), body, circleText.render(arrival.face(), body));
            row.set("html", done.html())
                    .set("excerpt", done.excerpt())
                    .set("pictures", done.pictures())
                    .set("picture_count", done.pictureCount())
                    .set("minutes", done.rendered().minutes())
                    .set("comment_count", 0)
                    .set("reaction_count", reactions.getOrDefault(id.value(), 0L));
            if (row.flag("preview")) {
                storedFiles.show(arrival.circle(), CircleText.ids(done.html()));
            }
        }
    }

    private Map<UUID, Long> reactions(Arrival arrival, List<Row> rows) {
        record Tally(UUID post, long count) {}
        var counts = new HashMap<UUID, Long>();
        db.sql("""
                select target_id, sum(count)
                  from reactions.tally
                 where circle_id = :circle and target_id = any(:posts)
                 group by target_id
                """)
                .with("circle", arrival.circle())
                .withIds(
                        "posts",
                        rows.stream().map(row -> new PostId(row.id("post_id"))).toList())
                .all((row, n) -> new Tally(Db.uuid(row, 1), row.getLong(2)))
                .forEach(tally -> counts.put(tally.post(), tally.count()));
        return counts;
    }

    private void count(Arrival arrival, List<Row> rows) {
        var live = rows.stream().filter(row -> row.text("state").equals("live")).count();
        pulse.countPosts(arrival.circle(), (int) live);
    }

    private void makeHistory(Arrival arrival, List<Row> rows) {
        rows.forEach(row -> row.set(
                "html", circleText.render(arrival.face(), row.text("body")).html()));
    }
}
