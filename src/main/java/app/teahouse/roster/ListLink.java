package app.teahouse.roster;

import app.teahouse.kernel.Member;
import java.util.Optional;

/** A page that a room to the right shows the way to, above the list of members. */
public interface ListLink {

    /** @param key the message key of its word */
    record Link(String url, String icon, String key) {}

    /** Nothing where there is none for this reader. */
    Optional<Link> of(Member reader);
}
