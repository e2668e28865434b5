package app.teahouse.notify;

import app.teahouse.comments.CommentId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says which posts and comments can be read now. A notice keeps words that somebody may have deleted or the staff hidden since, so
 * it is asked whenever they are shown; what came back is there again.
 */
@Component
class StillThere {
    private final Db db;

    StillThere(Db db) {
        this.db = db;
    }

    /** Where a notice leads: a post, or a comment below it. */
    record Place(
            CircleId circle,
            @Nullable Long number,
            @Nullable UUID comment) {

        /** The post alone. */
        Place post() {
            return new Place(circle, number, null);
        }
    }

    /** Posts and comments that are live, each by itself: a comment counts only if its post does too. */
    record Found(Set<Place> live) {

        /** True also for a place that is neither post nor comment. */
        boolean hasPost(Place place) {
            return place.number() == null || live.contains(place.post());
        }

        boolean has(Place place) {
            return hasPost(place) && (place.comment() == null || live.contains(place));
        }
    }

    /** One look by key for each place; places are those of one page. */
    Found among(Collection<Place> places) {
        var live = new HashSet<Place>();
        var posts = places.stream()
                .filter(place -> place.number() != null)
                .map(Place::post)
                .distinct()
                .toList();
        if (!posts.isEmpty()) {
            db.sql("""
                    select p.circle_id, p.number
                      from unnest(:circles, :numbers) as wanted (circle_id, number)
                      join content.post p on p.circle_id = wanted.circle_id and p.number = wanted.number
                     where p.state in ('live', 'apart')
                    """)
                    .withIds("circles", posts.stream().map(Place::circle).toList())
                    .withNumbers("numbers", posts.stream().map(Place::number).toList())
                    .all((row, n) -> new Place(new CircleId(Db.uuid(row, 1)), row.getLong(2), null))
                    .forEach(live::add);
        }
        addComments(places, live);
        return new Found(live);
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
}
