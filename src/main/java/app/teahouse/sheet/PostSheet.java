package app.teahouse.sheet;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.content.Post;
import app.teahouse.content.PostId;
import app.teahouse.content.PostKey;
import app.teahouse.guard.Closed;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.reactions.Kind;
import app.teahouse.reactions.Tally;
import app.teahouse.roster.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one post with everything its page shows, and decides how much of it this reader sees. */
@Component
public class PostSheet {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;
    private final Circles circles;
    private final Guard guard;
    private final Beginnings beginnings;
    private final Clock clock;

    PostSheet(Db db, Circles circles, Guard guard, Beginnings beginnings, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.guard = guard;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /** @throws Refusal {@code post.unknown} for whoever may not know of it */
    public PostView read(Onlooker onlooker, PostKey key) {
        var now = clock.instant();
        var account =
                onlooker.member().map(Member::account).map(AccountId::value).orElse(NOBODY);
        var reader = Reader.of(onlooker);
        return db.sql("""
                select p.post_id, p.number, p.state, p.title, p.html, p.excerpt, p.published_at, p.edited_at, p.publish_at,
                       p.edits, p.minutes, p.reaction_count, p.comment_count, p.highlighted_at, h.alias, p.highlight_why,
                       p.pinned_order is not null and coalesce(p.pinned_until > :now, true), p.preview, p.hidden_why,
                       p.deleted_by, p.deleted_at, p.erased,
                       array(select t.name
                               from tags.post_tag pt
                               join tags.tag t on t.circle_id = pt.circle_id and t.tag_id = pt.tag_id
                              where pt.circle_id = p.circle_id and pt.post_id = p.post_id
                              order by t.sort_key),
                       array(select y.kind || ' ' || y.count
                               from reactions.tally y
                              where y.circle_id = p.circle_id and y.target_id = p.post_id and y.count > 0
                              order by y.count desc, y.kind),
                       r.kind, o.stop, p.pictures,
                       p.author_id, p.byline, m.alias, m.picture, m.number, m.role, m.state,
                       (select array[b.number::text, b.title,
                                     case when b.locks = '{}' and b.published_at >= :from then b.excerpt else '' end]
                          from content.post b
                         where b.circle_id = p.circle_id and b.state = 'live' and b.number < p.number
                         order by b.number desc
                         limit 1),
                       (select array[f.number::text, f.title,
                                     case when f.locks = '{}' and f.published_at >= :from then f.excerpt else '' end]
                          from content.post f
                         where f.circle_id = p.circle_id and f.state = 'live' and f.number > p.number
                         order by f.number
                         limit 1),
                       p.kind,
                """ + Guarded.FACTS + """
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                  left join members.membership h on h.circle_id = p.circle_id and h.account_id = p.highlighted_by
                  left join reactions.reaction r
                    on r.circle_id = p.circle_id and r.target_id = p.post_id and r.account_id = :reader
                  left join reading.position o
                    on o.circle_id = p.circle_id and o.account_id = :reader and o.number = p.number
                 where p.circle_id = :circle
                """)
                .and(key.number() != null, "and p.number = :number")
                .and(key.number() == null, "and p.post_id = :id")
                .with("circle", onlooker.circle())
                .with("number", key.number())
                .with("id", key.id())
                .with("reader", account)
                .with("from", reader.from(now))
                .with("now", now)
                .maybe((row, n) -> new Found(view(onlooker, row, now), Guarded.read(row, 38)))
                .flatMap(found -> found.view().flatMap(view -> ruled(view, reader, found.guarded())))
                .map(view -> named(view, reader))
                .orElseThrow(() -> Refusal.notFound("post.unknown"));
    }

    private record Found(Optional<PostView> view, Guarded guarded) {}

    private PostView named(PostView view, Reader reader) {
        var known = beginnings.of(
                reader,
                Stream.of(view.before(), view.after()).filter(Objects::nonNull).toList());
        return view.between(known.named(view.before()), known.named(view.after()));
    }

    /** Whoever may see a post that is not shown wrote it, or is staff. */
    private Optional<PostView> ruled(PostView view, Reader reader, Guarded guarded) {
        if (!view.isShown()) {
            return Optional.of(view);
        }
        var closed = guard.of(reader, guarded);
        if (closed.isOpen()) {
            var outside = view.html() == null && !guard.isForNewcomers(reader.circle(), guarded);
            return Optional.of(outside ? view.closed(closed) : view.with(closed));
        }
        var never = closed.closed() != null && closed.closed().reason() == Closed.Reason.REVIEWERS;
        return never ? Optional.empty() : Optional.of(view.closed(closed));
    }

    private Optional<PostView> view(Onlooker onlooker, ResultSet row, Instant now) throws SQLException {
        var state = Db.constant(PostView.State.class, row.getString(3));
        var author = Author.read(row, 28);
        var member = onlooker.member().orElse(null);
        var preview = row.getBoolean(18);
        var deletedBy = Db.maybeUuid(row, 20);
        var restorable = member != null
                && member.account().value().equals(deletedBy)
                && !row.getBoolean(22)
                && now.isBefore(Db.instant(row, 21).plus(Post.TIME_TO_UNDO));
        var kind = Db.constant(Post.Kind.class, row.getString(37));
        var handedIn = kind == Post.Kind.HOMEWORK;
        if (!mayKnow(member, state, author, restorable, handedIn ? 0 : row.getLong(13))) {
            return Optional.empty();
        }
        var whole = state != PostView.State.DELETED && (onlooker.mayRead() || preview);
        if (!whole && member == null) {
            refuseUnlessTeasers(onlooker);
        }
        return Optional.of(new PostView(
                onlooker.face().slug(),
                new PostId(Db.uuid(row, 1)),
                row.getObject(2, Long.class),
                state,
                state == PostView.State.DELETED && !restorable ? "" : row.getString(4),
                whole || restorable ? row.getString(5) : null,
                state == PostView.State.DELETED && !restorable ? "" : row.getString(6),
                author,
                new PostView.Dates(Db.maybeInstant(row, 7), Db.maybeInstant(row, 8), Db.maybeInstant(row, 9)),
                row.getInt(10),
                row.getInt(11),
                Db.texts(row, 27),
                Db.texts(row, 23),
                Tally.of(row, 24),
                row.getLong(12),
                row.getLong(13),
                kind(row.getString(25)),
                row.getInt(26),
                highlight(row),
                row.getBoolean(17),
                preview,
                row.getString(19),
                onlooker.mayRead() && !handedIn ? neighbour(row, 35) : null,
                onlooker.mayRead() && !handedIn ? neighbour(row, 36) : null,
                powers(member, state, author, restorable, handedIn),
                kind,
                Ruling.FREE));
    }

    private static boolean mayKnow(
            @Nullable Member member, PostView.State state, Author author, boolean restorable, long comments) {
        var own = member != null && member.account().equals(author.account());
        return switch (state) {
            case LIVE -> true;
            case APART -> member != null;
            case SCHEDULED -> own;
            case HIDDEN, HELD -> own || (member != null && member.isStaff());
            case DELETED -> restorable || (member != null && comments > 0);
        };
    }

    private void refuseUnlessTeasers(Onlooker onlooker) {
        if (!circles.byId(onlooker.circle()).map(Circle::teasers).orElse(false)) {
            throw onlooker.visitor().person().isEmpty()
                    ? Refusal.signInNeeded()
                    : Refusal.notAllowed("circle.members-only");
        }
    }

    private static PostView.Powers powers(
            @Nullable Member member, PostView.State state, Author author, boolean restorable, boolean handedIn) {
        if (member == null) {
            return PostView.Powers.NONE;
        }
        var own = member.account().equals(author.account());
        var live = state == PostView.State.LIVE;
        var gone = state == PostView.State.DELETED;
        var below = author.role() == null || own || member.role().isAbove(author.role());
        return new PostView.Powers(
                own && !gone && !handedIn,
                !gone && (own || (member.isStaff() && below)),
                restorable,
                !gone && !handedIn && (own || member.isStaff() || member.role() == Role.VOLUNTEER),
                member.isStaff() && live,
                member.isStaff() && below && !gone && state != PostView.State.SCHEDULED,
                own || member.isStaff());
    }

    private static @Nullable Kind kind(@Nullable String name) {
        return name == null ? null : Db.constant(Kind.class, name);
    }

    private static PostView.@Nullable Highlight highlight(ResultSet row) throws SQLException {
        var at = Db.maybeInstant(row, 14);
        var why = row.getString(16);
        return at == null ? null : new PostView.Highlight(row.getString(15), why == null ? "" : why, at);
    }

    private static @Nullable Neighbour neighbour(ResultSet row, int column) throws SQLException {
        var facts = Db.texts(row, column);
        return facts.isEmpty() ? null : new Neighbour(Long.parseLong(facts.get(0)), facts.get(1), facts.get(2));
    }
}
