package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.drafts.CircleText;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How comments leave and come. Of a deleted one no word leaves. */
@Component
class CommentLuggage implements Luggage {
    private final Db db;
    private final CircleText circleText;
    private final Posts posts;

    CommentLuggage(Db db, CircleText circleText, Posts posts) {
        this.db = db;
        this.circleText = circleText;
        this.posts = posts;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("comments.comment", "comment_id")
                        .people("author_id, mentioned, hidden_by, deleted_by")
                        .text("body")
                        .most("byline", 60)
                        .as("body", "case when t.state = 'deleted' then '' else t.body end")
                        .as("erased", "t.state = 'deleted'")
                        .made("html, reaction_count")
                        .atOnce(200)
                        .making(this::make)
                        .then(this::count),
                Crate.of("comments.comment_history", "comment_id, version")
                        .text("body")
                        .only("exists (select 1 from comments.comment c where c.circle_id = t.circle_id"
                                + " and c.comment_id = t.comment_id and c.state <> 'deleted')")
                        .made("html")
                        .atOnce(200)
                        .making(this::makeHistory));
    }

    private void make(Arrival arrival, List<Row> rows) {
        var reactions = reactions(arrival, rows);
        for (var row : rows) {
            var id = new CommentId(row.id("comment_id"));
            var body = row.text("body");
            var done = circleText.hold(arrival.face(), id.holder(), body, circleText.render(arrival.face(), body));
            row.set("html", done.html()).set("reaction_count", reactions.getOrDefault(id.value(), 0L));
        }
    }

    private Map<UUID, Long> reactions(Arrival arrival, List<Row> rows) {
        record Tally(UUID comment, long count) {}
        var counts = new HashMap<UUID, Long>();
        db.sql("""
                select target_id, sum(count)
                  from reactions.tally
                 where circle_id = :circle and target_id = any(:comments)
                 group by target_id
                """)
                .with("circle", arrival.circle())
                .withIds(
                        "comments",
                        rows.stream()
                                .map(row -> new CommentId(row.id("comment_id")))
                                .toList())
                .all((row, n) -> new Tally(Db.uuid(row, 1), row.getLong(2)))
                .forEach(tally -> counts.put(tally.comment(), tally.count()));
        return counts;
    }

    private void count(Arrival arrival, List<Row> rows) {
        rows.stream()
                .filter(row -> row.text("state").equals("live"))
                .collect(Collectors.groupingBy(row -> new PostId(row.id("post_id")), Collectors.counting()))
                .forEach((post, many) -> posts.countComments(arrival.circle(), post, many.intValue()));
    }

    private void makeHistory(Arrival arrival, List<Row> rows) {
        rows.forEach(row -> row.set(
                "html", circleText.render(arrival.face(), row.text("body")).html()));
    }
}
