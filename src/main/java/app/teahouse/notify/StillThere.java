package app.teahouse.notify;

import app.teahouse.circles.Circles;
import app.teahouse.comments.CommentId;
import app.teahouse.guard.Asked;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says which posts, comments and columns can be read now. A notice keeps words that somebody may have deleted or the staff hidden since, so
 * it is asked whenever they are shown; what came back is there again.
 */
@Component
class StillThere {
    private final Db db;
    private final Circles circles;
    private final Guard guard;

    StillThere(Db db, Circles circles, Guard guard) {
        this.db = db;
        this.circles = circles;
        this.guard = guard;
    }

    /**
     * Where a notice leads: a post, a comment below it, or a column.
     *
     * @param number of the post or the column; null for a place that is neither
     */
    record Place(
            CircleId circle,
            @Nullable Long number,
            @Nullable UUID comment,
            boolean isColumn) {

        static Place of(CircleId circle, @Nullable Long number, @Nullable UUID comment) {
            return new Place(circle, number, comment, false);
        }

        static Place column(CircleId circle, long number) {
            return new Place(circle, number, null, true);
        }

        /** The post alone. */
        Place post() {
            return new Place(circle, number, null, isColumn);
        }

        boolean isPost() {
            return number != null && !isColumn;
        }
    }

    /**
     * Posts, comments and columns that are there, each by itself: a comment counts only if its post does too.
     *
     * @param posts what this reader may do with the posts among them
     */
    record Found(Set<Place> live, Map<Place, Allowed> posts) {

        /** What may be said of the name that a post was noted under: without a title that is the beginning of its words. */
        String name(Place place, String noted) {
            var allowed = posts.get(place.post());
            return !hasPost(place) ? "" : allowed == null || allowed.ruling().mayTake() ? noted : allowed.title();
        }

        /** Whether the words of it may be shown. */
        boolean isOpen(Place place) {
            var allowed = posts.get(place.post());
            return has(place) && (allowed == null || allowed.ruling().isOpen());
        }

        /** Whether it is the beginning of a post that may be read but not carried away. */
        boolean isProtected(Place place) {
            var allowed = posts.get(place.post());
            return place.comment() == null
                    && allowed != null
                    && allowed.ruling().isProtected();
        }

        /** True also for a place that is neither post nor comment. */
        boolean hasPost(Place place) {
            return place.number() == null || live.contains(place.post());
        }

        boolean has(Place place) {
            return hasPost(place) && (place.comment() == null || live.contains(place));
        }
    }

    /** One look by key for each place; places are those of one page. */
    Found among(AccountId reader, Collection<Place> places) {
        var live = new HashSet<Place>();
        var allowed = new HashMap<Place, Allowed>();
        var posts = places.stream()
                .filter(Place::isPost)
                .map(Place::post)
                .distinct()
                .toList();
        if (!posts.isEmpty()) {
            var found = posts(reader, posts);
            found.forEach(post -> live.add(post.place()));
            allowed.putAll(allowed(reader, found));
        }
        addComments(places, live);
        addColumns(places, live);
        return new Found(live, allowed);
    }

    /** @param title of the post; empty where it has none */
    record Allowed(Ruling ruling, String title) {}

    private record Post(
            Place place,
            String title,
            @Nullable Role role,
            @Nullable Instant joinedAt,
            int tier,
            Guarded guarded) {}

    private List<Post> posts(AccountId reader, Collection<Place> places) {
        return db.sql("""
                select p.circle_id, p.number, p.title, me.role, me.joined_at, me.tier,
                """ + Guarded.FACTS + """
                  from unnest(:circles, :numbers) as wanted (circle_id, number)
                  join content.post p on p.circle_id = wanted.circle_id and p.number = wanted.number
                  left join members.membership me
                    on me.circle_id = p.circle_id and me.account_id = :reader and me.state = 'active'
                 where p.state in ('live', 'apart')
                """)
                .withIds("circles", places.stream().map(Place::circle).toList())
                .withNumbers("numbers", places.stream().map(Place::number).toList())
                .with("reader", reader)
                .all((row, n) -> {
                    var role = row.getString(4);
                    return new Post(
                            Place.of(new CircleId(Db.uuid(row, 1)), row.getLong(2), null),
                            row.getString(3),
                            role == null ? null : Db.constant(Role.class, role),
                            Db.maybeInstant(row, 5),
                            row.getInt(6),
                            Guarded.read(row, 7));
                });
    }

    /** To who is no member any more everything is closed. */
    private Map<Place, Allowed> allowed(AccountId reader, List<Post> posts) {
        var faces = circles.byIds(
                posts.stream().map(post -> post.place().circle()).distinct().toList());
        var asked = new HashMap<Place, Asked>();
        for (var post : posts) {
            var circle = faces.get(post.place().circle());
            if (circle != null && post.role() != null && post.joinedAt() != null) {
                var member = Reader.of(circle.face(), reader, post.role(), post.joinedAt(), post.tier());
                asked.put(post.place(), new Asked(member, post.guarded()));
            }
        }
        var rulings = guard.of(asked.values());
        var allowed = new HashMap<Place, Allowed>();
        for (var post : posts) {
            var ruling = asked.containsKey(post.place()) ? rulings.of(post.guarded()) : Ruling.SHUT;
            allowed.put(post.place(), new Allowed(ruling, post.title()));
        }
        return allowed;
    }

    private void addComments(Collection<Place> places, Set<Place> live) {
        var comments = places.stream().filter(place -> place.comment() != null).toList();
        if (comments.isEmpty()) {
            return;
        }
        var found = new HashSet<>(db.sql("""
                select c.comment_id
                  from unnest(:circles, :comments) as wanted (circle_id, comment_id)
                  join comments.comment c on c.circle_id = wanted.circle_id and c.comment_id = wanted.comment_id
                 where c.state = 'live'
                """)
                .withIds("circles", comments.stream().map(Place::circle).toList())
                .withIds(
                        "comments",
                        comments.stream()
                                .map(place -> new CommentId(Objects.requireNonNull(place.comment())))
                                .toList())
                .all((row, n) -> Db.uuid(row, 1)));
        comments.stream().filter(place -> found.contains(place.comment())).forEach(live::add);
    }

    private void addColumns(Collection<Place> places, Set<Place> live) {
        var columns = places.stream().filter(Place::isColumn).distinct().toList();
        if (!columns.isEmpty()) {
            live.addAll(db.sql("""
                    select c.circle_id, c.number
                      from unnest(:circles, :numbers) as wanted (circle_id, number)
                      join columns.series c on c.circle_id = wanted.circle_id and c.number = wanted.number
                     where c.published_at is not null
                    """)
                    .withIds("circles", columns.stream().map(Place::circle).toList())
                    .withNumbers("numbers", columns.stream().map(Place::number).toList())
                    .all((row, n) -> Place.column(new CircleId(Db.uuid(row, 1)), row.getLong(2))));
        }
    }
}
