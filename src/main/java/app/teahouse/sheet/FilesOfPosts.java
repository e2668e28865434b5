package app.teahouse.sheet;

import app.teahouse.files.Custody;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Onlooker;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands out the files of posts as the posts may be read: one that is open opens the file, and one that is hidden or deleted opens nothing. A
 * reader's own posts do not count beside those of others, or citing a file's address would open it.
 */
@Component
class FilesOfPosts implements Custody {
    private final Db db;
    private final Guard guard;

    FilesOfPosts(Db db, Guard guard) {
        this.db = db;
        this.guard = guard;
    }

    private record Known(UUID value) implements Id {}

    private record Post(boolean isThere, Guarded guarded) {}

    @Override
    public Where where() {
        return Where.POSTS;
    }

    @Override
    public Way way(Onlooker onlooker, Collection<UUID> posts) {
        var reader = Reader.of(onlooker);
        if (reader.seesAll()) {
            return Way.FREE;
        }
        var others = posts(onlooker, posts).stream()
                .filter(post -> !isBy(post.guarded(), reader.account()))
                .toList();
        if (others.isEmpty()) {
            return Way.FREE;
        }
        var there = others.stream().filter(Post::isThere).map(Post::guarded).toList();
        var rulings = guard.of(reader, there);
        var ways = there.stream().map(rulings::of).toList();
        if (ways.stream().anyMatch(Ruling::mayTake)) {
            return Way.FREE;
        }
        return ways.stream().anyMatch(Ruling::isOpen) ? Way.LOOK : Way.SHUT;
    }

    private List<Post> posts(Onlooker onlooker, Collection<UUID> posts) {
        return db.sql("""
                select p.state in ('live', 'apart'),
                """ + Guarded.FACTS + """
                  from content.post p
                 where p.circle_id = :circle and p.post_id = any(:posts)
                """)
                .with("circle", onlooker.circle())
                .withIds("posts", posts.stream().map(Known::new).toList())
                .all((row, n) -> new Post(row.getBoolean(1), Guarded.read(row, 2)));
    }

    private static boolean isBy(Guarded post, @Nullable AccountId account) {
        return account != null && account.equals(post.author());
    }
}
