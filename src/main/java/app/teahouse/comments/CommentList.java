package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.reactions.Kind;
import app.teahouse.roster.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the comments of a post, oldest thread first, each followed by its replies: one index in its order. */
@Component
class CommentList {
    static final int SIZE = 50;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;
    private final Clock clock;

    CommentList(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A place in the list: all that comes after this comment of this thread. */
    record Place(UUID thread, UUID comment) {
        static final Place START = new Place(NOBODY, NOBODY);

        static Place of(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return START;
            }
            var dash = text.indexOf('-');
            if (dash < 0) {
                throw Refusal.invalid("after", "request.malformed");
            }
            return new Place(Ids.parse(text.substring(0, dash)), Ids.parse(text.substring(dash + 1)));
        }

        static String text(CommentView comment) {
            return Ids.text(comment.thread()) + "-" + comment.key();
        }
    }

    Cursor<CommentView> read(Onlooker reader, PostId post, Place after, int size) {
        var account = reader.member().map(Member::account).map(AccountId::value).orElse(NOBODY);
        var staff = reader.member().map(Member::isStaff).orElse(false);
        var found = db.sql("""
                select c.comment_id, c.thread_id, c.state, c.html, c.made_at, c.edited_at, c.reaction_count, r.kind,
                       c.hidden_why, c.deleted_by, c.deleted_at, c.erased, coalesce(am.alias, a.byline),
                       c.author_id, c.byline, m.alias, m.picture, m.number, m.role, m.state
                  from comments.comment c
                  left join members.membership m on m.circle_id = c.circle_id and m.account_id = c.author_id
                  left join comments.comment a
                    on a.circle_id = c.circle_id and a.comment_id = c.reply_to and a.comment_id <> c.thread_id
                  left join members.membership am on am.circle_id = a.circle_id and am.account_id = a.author_id
                  left join reactions.reaction r
                    on r.circle_id = c.circle_id and r.target_id = c.comment_id and r.account_id = :reader
                 where c.circle_id = :circle and c.post_id = :post and (c.thread_id, c.comment_id) > (:thread, :comment)
                   and (c.state = 'live'
                        or (c.state in ('hidden', 'held') and (:staff or c.author_id = :reader))
                        or (c.state = 'deleted' and c.deleted_by = :reader and not c.erased)
                        or exists (select 1
                                     from comments.comment x
                                    where x.circle_id = c.circle_id and x.post_id = c.post_id
                                      and x.thread_id = c.comment_id and x.comment_id > c.comment_id and x.state = 'live'))
                 order by c.thread_id, c.comment_id
                 limit :most
                """)
                .with("circle", reader.circle())
                .with("post", post)
                .with("thread", after.thread())
                .with("comment", after.comment())
                .with("reader", account)
                .with("staff", staff)
                .with("most", size + 1)
                .all((row, n) -> view(row, reader.member().orElse(null)));
        return Cursor.of(found, size, Place::text);
    }

    /** Just before the thread that holds a comment, so that a link to it can be followed in a long list. */
    Optional<Place> before(Onlooker reader, PostId post, CommentId comment) {
        return db.sql("""
                select thread_id
                  from comments.comment
                 where circle_id = :circle and post_id = :post and comment_id = :comment
                """)
                .with("circle", reader.circle())
                .with("post", post)
                .with("comment", comment)
                .maybe((row, n) -> new Place(Db.uuid(row, 1), NOBODY));
    }

    private CommentView view(ResultSet row, @Nullable Member member) throws SQLException {
        var state = Db.constant(CommentView.State.class, row.getString(3));
        var author = Author.read(row, 14);
        var own = member != null && member.account().equals(author.account());
        var restorable = member != null
                && member.account().value().equals(Db.maybeUuid(row, 10))
                && !row.getBoolean(12)
                && clock.instant().isBefore(Db.instant(row, 11).plus(Comment.TIME_TO_UNDO));
        var shown = state == CommentView.State.LIVE
                || ((state == CommentView.State.HIDDEN || state == CommentView.State.HELD)
                        && (own || (member != null && member.isStaff())));
        var kind = row.getString(8);
        return new CommentView(
                new CommentId(Db.uuid(row, 1)),
                new CommentId(Db.uuid(row, 2)),
                state,
                shown ? row.getString(4) : null,
                author,
                row.getString(13),
                Db.instant(row, 5),
                Db.maybeInstant(row, 6),
                row.getLong(7),
                kind == null ? null : Db.constant(Kind.class, kind),
                shown ? row.getString(9) : null,
                powers(member, state, author, own, restorable));
    }

    private static CommentView.Powers powers(
            @Nullable Member member, CommentView.State state, Author author, boolean own, boolean restorable) {
        if (member == null) {
            return CommentView.Powers.NONE;
        }
        if (state == CommentView.State.DELETED) {
            return new CommentView.Powers(false, false, restorable, false, false);
        }
        var over = member.isStaff()
                && (own || author.role() == null || member.role().isAbove(author.role()));
        return new CommentView.Powers(own, own || over, false, over, own || member.isStaff());
    }
}
