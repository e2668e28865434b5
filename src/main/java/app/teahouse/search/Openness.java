package app.teahouse.search;

import app.teahouse.guard.Asked;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks what this reader may do with posts that were found. What is closed to them is no hit: it is not counted, not ranked and not
 * suggested, since to find it by a word would tell that the word stands there.
 */
@Component
class Openness {
    private final Db db;
    private final Guard guard;

    Openness(Db db, Guard guard) {
        this.db = db;
        this.guard = guard;
    }

    record Post(CircleId circle, UUID id) {}

    private record Known(UUID value) implements Id {}

    private record Row(Post post, Reader reader, Guarded guarded) {}

    /** Whether a post may be closed to newcomers of its circle, so that it must be asked even if no room has locked it. */
    static boolean mayBeOld(Face circle) {
        return circle.reading().newcomers() != null;
    }

    /** No statement where there is nothing to ask. A post that is not live any more is left out. */
    Map<Post, Ruling> of(Scope scope, Collection<Post> posts) {
        if (posts.isEmpty()) {
            return Map.of();
        }
        var faces = scope.circles().stream().collect(Collectors.toMap(Face::id, Function.identity()));
        var rows = db.sql("""
                select f.circle_id, f.post_id, coalesce(me.role, 'member'), coalesce(me.joined_at, p.published_at), coalesce(me.tier, 0),
                """ + Guarded.FACTS + """
                  from unnest(:circles, :posts) as f (circle_id, post_id)
                  join content.post p on p.circle_id = f.circle_id and p.post_id = f.post_id and p.state = 'live'
                  left join members.membership me
                    on me.circle_id = f.circle_id and me.account_id = :reader and me.state = 'active'
                """)
                .withIds("circles", posts.stream().map(Post::circle).toList())
                .withIds(
                        "posts",
                        posts.stream().map(post -> new Known(post.id())).toList())
                .with("reader", scope.reader())
                .all((row, n) -> {
                    var circle = new CircleId(Db.uuid(row, 1));
                    return new Row(
                            new Post(circle, Db.uuid(row, 2)),
                            scope.known() != null
                                    ? scope.known()
                                    : Reader.of(
                                            Objects.requireNonNull(faces.get(circle)),
                                            Objects.requireNonNull(scope.reader()),
                                            Db.constant(Role.class, row.getString(3)),
                                            Db.instant(row, 4),
                                            row.getInt(5)),
                            Guarded.read(row, 6));
                });
        var rulings = guard.of(
                rows.stream().map(row -> new Asked(row.reader(), row.guarded())).toList());
        var found = new HashMap<Post, Ruling>();
        rows.forEach(row -> found.put(row.post(), rulings.of(row.guarded())));
        return found;
    }
}
