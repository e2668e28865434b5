package app.teahouse.comments;

import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** One comment by itself: what it says, what it said before, and the words its author may change. */
@Component
class CommentSheet {
    private final Db db;
    private final Guard guard;

    CommentSheet(Db db, Guard guard) {
        this.db = db;
        this.guard = guard;
    }

    /**
     * A comment that can be answered, or changed by its author.
     *
     * @throws Refusal {@code post.closed} below a post that is not open to this member
     */
    CommentLine read(Member member, CommentId id) {
        var found = db.sql("""
                select c.comment_id, p.number, coalesce(m.alias, c.byline), c.html, c.body, c.author_id = :reader, c.state,
                """ + Guarded.FACTS + """
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id
                  left join members.membership m on m.circle_id = c.circle_id and m.account_id = c.author_id
                 where c.circle_id = :circle and c.comment_id = :id and c.state <> 'deleted' and p.state in ('live', 'apart')
                   and (c.state = 'live' or c.author_id = :reader or :staff)
                """)
                .with("circle", member.circle())
                .with("id", id)
                .with("reader", member.account())
                .with("staff", member.isStaff())
                .maybe((row, n) -> new Found(line(row), Guarded.read(row, 8)))
                .orElseThrow(() -> Refusal.notFound("comment.unknown"));
        guard.mustBeOpen(Reader.of(member), found.post());
        return found.line();
    }

    private record Found(CommentLine line, Guarded post) {}

    private static CommentLine line(ResultSet row) throws SQLException {
        return new CommentLine(
                new CommentId(Db.uuid(row, 1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                "live".equals(row.getString(7)));
    }

    /** Earlier versions, newest first, for the author and the staff. */
    List<CommentVersion> history(Member member, CommentLine comment) {
        if (!comment.own() && !member.isStaff()) {
            throw Refusal.notAllowed("comment.history-closed");
        }
        return db.sql("""
                select html, replaced_at
                  from comments.comment_history
                 where circle_id = :circle and comment_id = :id
                 order by version desc
                 limit 100
                """)
                .with("circle", member.circle())
                .with("id", comment.id())
                .all((row, n) -> new CommentVersion(row.getString(1), Db.instant(row, 2)));
    }
}
