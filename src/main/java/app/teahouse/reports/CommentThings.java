package app.teahouse.reports;

import app.teahouse.comments.CommentId;
import app.teahouse.comments.DeleteComment;
import app.teahouse.comments.HideComment;
import app.teahouse.comments.ReleaseComment;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What members say below a post. */
@Component
class CommentThings implements Thing {
    private final Db db;
    private final Guard guard;
    private final HideComment hideComment;
    private final ReleaseComment releaseComment;
    private final DeleteComment deleteComment;

    CommentThings(
            Db db, Guard guard, HideComment hideComment, ReleaseComment releaseComment, DeleteComment deleteComment) {
        this.db = db;
        this.guard = guard;
        this.hideComment = hideComment;
        this.releaseComment = releaseComment;
        this.deleteComment = deleteComment;
    }

    @Override
    public String kind() {
        return "comment";
    }

    private record Found(ThingView view, Guarded post) {}

    @Override
    public ThingView seen(Member reader, String key) {
        var found = db.sql("""
                select c.comment_id, c.author_id, left(c.body, 300), p.number, c.state,
                """ + Guarded.FACTS + """
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id
                 where c.circle_id = :circle and c.comment_id = :id and c.state = 'live' and p.state in ('live', 'apart')
                """)
                .with("circle", reader.circle())
                .with("id", new CommentId(Ids.parse(key)))
                .maybe((row, n) -> new Found(view(row), Guarded.read(row, 6)))
                .orElseThrow(() -> Refusal.notFound("comment.unknown"));
        guard.mustBeOpen(Reader.of(reader), found.post());
        return found.view();
    }

    @Override
    public Map<UUID, ThingView> views(CircleId circle, Collection<UUID> things) {
        List<ThingView> found =
                db.sql("""
                select c.comment_id, c.author_id, left(c.body, 300), p.number, c.state
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id
                 where c.circle_id = :circle and c.comment_id = any(:things) and c.state <> 'deleted'
                """).with("circle", circle).withUuids("things", things).all((row, n) -> view(row));
        return found.stream().collect(Collectors.toMap(ThingView::id, Function.identity()));
    }

    private ThingView view(ResultSet row) throws SQLException {
        var id = Db.uuid(row, 1);
        var key = Ids.text(new CommentId(id));
        var author = Db.maybeUuid(row, 2);
        var state = row.getString(5);
        return new ThingView(
                kind(),
                id,
                key,
                author == null ? null : new AccountId(author),
                "",
                row.getString(3),
                "/p/" + row.getLong(4) + "?comment=" + key + "#c-" + key,
                "/comments/" + key + "/edit",
                state.equals("hidden") || state.equals("held") ? state : "shown");
    }

    private String state(Staff staff, UUID thing) {
        return db.sql("select state from comments.comment where circle_id = :circle and comment_id = :id")
                .with("circle", staff.circle())
                .with("id", thing)
                .maybe(String.class)
                .orElseThrow(() -> Refusal.notFound("comment.unknown"));
    }

    @Override
    public void show(Staff staff, UUID thing) {
        switch (state(staff, thing)) {
            case "held" -> releaseComment.release(staff, new CommentId(thing));
            case "hidden" -> hideComment.unhide(staff, new CommentId(thing));
            default -> {}
        }
    }

    @Override
    public void hide(Staff staff, UUID thing, String why) {
        if (!state(staff, thing).equals("hidden")) {
            hideComment.takeAway(staff, new CommentId(thing), why);
        }
    }

    @Override
    public void delete(Staff staff, UUID thing) {
        deleteComment.deleteDecided(staff, new CommentId(thing));
    }

    @Override
    public void restore(Staff staff, UUID thing) {
        deleteComment.restoreDecided(staff, new CommentId(thing));
    }
}
