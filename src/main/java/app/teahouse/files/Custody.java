package app.teahouse.files;

import app.teahouse.kernel.Onlooker;
import java.util.Collection;
import java.util.UUID;

/** Knows how a reader gets a file that stands in words. The room that has the words brings it as a bean. */
public interface Custody {

    /** How a file is handed out. */
    enum Way {
        FREE,
        /** To be looked at, but not kept: what is only ever downloaded is refused, and of a picture the usual size is sent. */
        LOOK,
        /** Not to this reader, for now. */
        SHUT
    }

    /** In what a file stands. What stands in a post is handed out as its posts may be read, whatever comments cite it. */
    enum Where {
        POSTS,
        COMMENTS
    }

    Where where();

    /** @param ids of the posts or comments in which the file stands; at least one */
    Way way(Onlooker onlooker, Collection<UUID> ids);
}
