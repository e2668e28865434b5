package app.teahouse.tags;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the tags of a deleted circle, from the posts first. */
@Component
@Order(-4)
class TagsHousehold implements Household, Luggage {
    private final Db db;

    TagsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var carried = db.sql("""
                delete from tags.post_tag
                 where circle_id = :circle
                   and post_id in (select post_id from tags.post_tag where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (carried > 0) {
            return true;
        }
        db.sql("delete from tags.name where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from tags.tag where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("tags.tag", "tag_id")
                        .people("made_by")
                        .made("sort_key, post_count")
                        .most("name", 60)
                        .check("colour", colour -> colour.matches("[a-z]{1,20}"))
                        .making(TagsHousehold::sort),
                Crate.of("tags.name", "folded").most("folded", 200),
                Crate.of("tags.post_tag", "post_id, tag_id").then(this::count));
    }

    private static void sort(Arrival arrival, List<Row> rows) {
        rows.forEach(
                row -> row.set("sort_key", Folding.sortKey(row.text("name"))).set("post_count", 0));
    }

    /** Tags count the posts that are shown. */
    private void count(Arrival arrival, List<Row> rows) {
        rows.stream()
                .filter(row -> row.has("number"))
                .collect(Collectors.groupingBy(row -> row.id("tag_id"), Collectors.counting()))
                .forEach((tag, many) -> db.sql(
                                "update tags.tag set post_count = post_count + :many where circle_id = :circle and tag_id = :tag")
                        .with("circle", arrival.circle())
                        .with("tag", tag)
                        .with("many", many)
                        .run());
    }
}
