package app.teahouse.comments;

import app.teahouse.files.Custody;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Onlooker;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands out the files of comments as the posts above them may be read; a comment that is hidden or deleted opens nothing. A reader's own
 * comments do not count beside those of others, or citing a file's address would open it.
 */
@Component
class FilesOfComments implements Custody {
    private final Db db;
    private final Guard guard;

    FilesOfComments(Db db, Guard guard) {
        this.db = db;
        this.guard = guard;
    }

    private record Said(boolean isThere, UUID author, Guarded post) {
        boolean isBy(@Nullable AccountId account) {
            return account != null && account.value().equals(author);
        }
    }

    @Override
    public Where where() {
        return Where.COMMENTS;
    }

    @Override
    public Way way(Onlooker onlooker, Collection<UUID> comments) {
        var reader = Reader.of(onlooker);
        var others = said(onlooker, comments).stream()
                .filter(comment -> !comment.isBy(reader.account()))
                .toList();
        if (others.isEmpty()) {
            return Way.FREE;
        }
        var posts =
                others.stream().filter(Said::isThere).map(Said::post).distinct().toList();
        var rulings = guard.of(reader, posts);
        var ways = posts.stream().map(rulings::of).toList();
        if (ways.stream().anyMatch(Ruling::mayTake)) {
            return Way.FREE;
        }
        return ways.stream().anyMatch(Ruling::isOpen) ? Way.LOOK : Way.SHUT;
    }

    private List<Said> said(Onlooker onlooker, Collection<UUID> comments) {
        return db.sql("""
                select c.state = 'live' and p.state in ('live', 'apart'), c.author_id,
                """ + Guarded.FACTS + """
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id
                 where c.circle_id = :circle and c.comment_id = any(:comments)
                """)
                .with("circle", onlooker.circle())
                .withIds("comments", comments.stream().map(CommentId::new).toList())
                .all((row, n) -> new Said(row.getBoolean(1), Db.uuid(row, 2), Guarded.read(row, 3)));
    }
}
