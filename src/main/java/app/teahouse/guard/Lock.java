package app.teahouse.guard;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * A room that closes posts to some of their readers brings this as a bean. It is asked only about posts on which it left its name
 * ({@code content.PostLocks}), never for the staff, a post's author, or a post that everybody may read. It needs no more than
 * {@code Db}, since whoever reads asks it.
 */
public interface Lock {

    /** As it stands in {@code content.post.locks}: the room's name. */
    String name();

    /** Those that are closed to their readers at this moment, each with the reason. One statement, however many are asked. */
    Map<Guarded, Closed> closed(Collection<Asked> asked, Instant now);
}
