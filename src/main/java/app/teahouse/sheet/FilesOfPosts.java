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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands out the files of posts as the posts may be read: one that is open opens the file. A reader's own posts do not, or citing a file's
 * address would.
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

    @Override
    public Way way(Onlooker onlooker, Collection<UUID> posts) {
        var reader = Reader.of(onlooker);
        var found = db
                .sql("""
                select
                """ + Guarded.FACTS + """
                  from content.post p
                 where p.circle_id = :circle and p.post_id = any(:posts) and p.state in ('live', 'apart')
                """)
                .with("circle", onlooker.circle())
                .withIds("posts", posts.stream().map(Known::new).toList())
                .all((row, n) -> Guarded.read(row, 1))
                .stream()
                .filter(post -> reader.seesAll() || !isBy(post, reader.account()))
                .toList();
        var rulings = guard.of(reader, found);
        var ways = found.stream().map(rulings::of).toList();
        if (ways.isEmpty() || ways.stream().anyMatch(Ruling::mayTake)) {
            return Way.FREE;
        }
        return ways.stream().anyMatch(Ruling::isOpen) ? Way.LOOK : Way.SHUT;
    }

    private static boolean isBy(Guarded post, @Nullable AccountId account) {
        return account != null && account.equals(post.author());
    }
}
