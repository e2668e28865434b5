package app.teahouse.reports;

import app.teahouse.content.DeletePost;
import app.teahouse.content.Post;
import app.teahouse.content.PostId;
import app.teahouse.content.PostKey;
import app.teahouse.content.PostRows;
import app.teahouse.content.Posts;
import app.teahouse.content.ReleasePost;
import app.teahouse.curation.HidePost;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Posts, and homework that was handed in. */
@Component
class PostThings implements Thing {
    private final Db db;
    private final Posts posts;
    private final PostRows rows;
    private final Guard guard;
    private final HidePost hidePost;
    private final ReleasePost releasePost;
    private final DeletePost deletePost;

    PostThings(
            Db db,
            Posts posts,
            PostRows rows,
            Guard guard,
            HidePost hidePost,
            ReleasePost releasePost,
            DeletePost deletePost) {
        this.db = db;
        this.posts = posts;
        this.rows = rows;
        this.guard = guard;
        this.hidePost = hidePost;
        this.releasePost = releasePost;
        this.deletePost = deletePost;
    }

    @Override
    public String kind() {
        return "post";
    }

    @Override
    public ThingView seen(Member reader, String key) {
        if (!key.matches("[1-9][0-9]{0,17}")) {
            throw Refusal.notFound("post.unknown");
        }
        var post =
                posts.shown(reader.circle(), Long.parseLong(key)).orElseThrow(() -> Refusal.notFound("post.unknown"));
        guard.mustBeOpen(Reader.of(reader), post.guarded());
        return new ThingView(
                kind(),
                post.id().value(),
                key,
                post.author(),
                post.title(),
                post.excerpt(),
                "/p/" + key,
                "/p/" + key + "/edit",
                "shown");
    }

    @Override
    public Map<UUID, ThingView> views(CircleId circle, Collection<UUID> things) {
        return db.sql("""
                select post_id, author_id, title, excerpt, coalesce(number, 0), state
                  from content.post
                 where circle_id = :circle and post_id = any(:things) and state <> 'deleted'
                """).with("circle", circle).withUuids("things", things).all((row, n) -> view(row)).stream()
                .collect(Collectors.toMap(ThingView::id, Function.identity()));
    }

    private ThingView view(ResultSet row) throws SQLException {
        var id = Db.uuid(row, 1);
        var author = Db.maybeUuid(row, 2);
        var number = row.getLong(5);
        var key = number == 0 ? Ids.text(new PostId(id)) : String.valueOf(number);
        var state = row.getString(6);
        return new ThingView(
                kind(),
                id,
                key,
                author == null ? null : new AccountId(author),
                row.getString(3),
                row.getString(4),
                "/p/" + key,
                "/p/" + key + "/edit",
                state.equals("hidden") || state.equals("held") ? state : "shown");
    }

    private static PostKey key(UUID thing) {
        return new PostKey(null, new PostId(thing));
    }

    @Override
    public void show(Staff staff, UUID thing) {
        switch (rows.lock(staff.circle(), key(thing))) {
            case Post.Held _ -> releasePost.release(staff, key(thing));
            case Post.Hidden _ -> hidePost.unhide(staff, key(thing));
            default -> {}
        }
    }

    @Override
    public void hide(Staff staff, UUID thing, String why) {
        if (!(rows.lock(staff.circle(), key(thing)) instanceof Post.Hidden)) {
            hidePost.hide(staff, key(thing), why);
        }
    }

    @Override
    public void delete(Staff staff, UUID thing) {
        deletePost.deleteDecided(staff, key(thing));
    }

    @Override
    public void restore(Staff staff, UUID thing) {
        deletePost.restoreDecided(staff, key(thing));
    }
}
