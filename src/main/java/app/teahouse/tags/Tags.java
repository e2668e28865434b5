package app.teahouse.tags;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rooms with posts ask and tell about tags. Tags are added and removed one by one, never replaced. */
@Component
public class Tags {
    /** More tags than this say nothing about a post. */
    public static final int MOST_ON_A_POST = 10;

    /** A list longer than this is no help to anybody. */
    static final int MOST_IN_A_CIRCLE = 500;

    private final Db db;
    private final TagShelf shelf;

    Tags(Db db, TagShelf shelf) {
        this.db = db;
        this.shelf = shelf;
    }

    /** All tags of a circle, by name. */
    public List<TagView> all(CircleId circle) {
        return db.sql("""
                select t.tag_id, t.name, t.colour, t.post_count,
                       array(select n.folded from tags.name n
                              where n.circle_id = t.circle_id and n.tag_id = t.tag_id
                              order by n.folded)
                  from tags.tag t
                 where t.circle_id = :circle and t.merged_into is null
                 order by t.sort_key, t.tag_id
                 limit 500
                """).with("circle", circle).all((row, n) -> view(row));
    }

    private static TagView view(ResultSet row) throws SQLException {
        var name = row.getString(2);
        var own = Folding.folded(name);
        return new TagView(
                new TagId(Db.uuid(row, 1)),
                name,
                row.getString(3),
                row.getLong(4),
                Db.texts(row, 5).stream().filter(folded -> !folded.equals(own)).toList());
    }

    /** The tag of this name or synonym, in whatever case it is written. */
    public Optional<TagView> named(CircleId circle, String name) {
        return db.sql("""
                select t.tag_id, t.name, t.colour, t.post_count, null
                  from tags.name n
                  join tags.tag t on t.circle_id = n.circle_id and t.tag_id = n.tag_id
                 where n.circle_id = :circle and n.folded = :folded
                """)
                .with("circle", circle)
                .with("folded", Folding.folded(name))
                .maybe((row, n) -> view(row));
    }

    /**
     * Puts a tag on a post.
     *
     * @param number the post's number, or null while the post is not to be seen
     */
    public void add(CircleId circle, Id post, TagId tag, @Nullable Long number) {
        var others = db.sql("select count(*) from tags.post_tag where circle_id = :circle and post_id = :post")
                .with("circle", circle)
                .with("post", post)
                .one(Long.class);
        if (others >= MOST_ON_A_POST) {
            throw Refusal.conflict("tag.too-many").with("most", MOST_ON_A_POST);
        }
        var added = db.sql("""
                insert into tags.post_tag (circle_id, post_id, tag_id, number)
                values (:circle, :post, :tag, :number)
                on conflict (circle_id, post_id, tag_id) do nothing
                """)
                .with("circle", circle)
                .with("post", post)
                .with("tag", tag)
                .with("number", number)
                .run();
        count(circle, tag, number == null ? 0 : added);
    }

    public void remove(CircleId circle, Id post, TagId tag) {
        var seen = db
                .sql("""
                delete from tags.post_tag
                 where circle_id = :circle and post_id = :post and tag_id = :tag
                returning number is not null
                """)
                .with("circle", circle)
                .with("post", post)
                .with("tag", tag)
                .all((row, n) -> row.getBoolean(1))
                .stream()
                .filter(wasSeen -> wasSeen)
                .count();
        count(circle, tag, (int) -seen);
    }

    /**
     * The post is about to be seen: its tags count it. Called before the post takes a number, because the counter that gives
     * numbers is locked last; {@link #shown} follows.
     */
    public void showing(CircleId circle, Id post) {
        var tags = db.sql("""
                select tag_id
                  from tags.post_tag
                 where circle_id = :circle and post_id = :post and number is null
                """).with("circle", circle).with("post", post).all((row, n) -> new TagId(Db.uuid(row, 1)));
        countAll(circle, tags, 1);
    }

    /** The post is to be seen from now on, under this number. */
    public void shown(CircleId circle, Id post, long number) {
        db.sql("""
                update tags.post_tag
                   set number = :number
                 where circle_id = :circle and post_id = :post and number is null
                """)
                .with("circle", circle)
                .with("post", post)
                .with("number", number)
                .run();
    }

    /** The post is not to be seen any more, until it is {@link #showing} again. */
    public void unshown(CircleId circle, Id post) {
        var tags = db.sql("""
                update tags.post_tag
                   set number = null
                 where circle_id = :circle and post_id = :post and number is not null
                returning tag_id
                """).with("circle", circle).with("post", post).all((row, n) -> new TagId(Db.uuid(row, 1)));
        countAll(circle, tags, -1);
    }

    private void countAll(CircleId circle, List<TagId> tags, int change) {
        tags.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(tag -> count(circle, tag, change));
    }

    private void count(CircleId circle, TagId tag, int change) {
        if (change != 0) {
            db.sql("update tags.tag set post_count = post_count + :change where circle_id = :circle and tag_id = :tag")
                    .with("circle", circle)
                    .with("tag", tag)
                    .with("change", change)
                    .run();
            shelf.changed(circle);
        }
    }
}
