package app.teahouse.feed;

import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;

/**
 * What a room above has to say to a member at the head of their feed. Rooms bring theirs as beans, in the order of {@code @Order}. Asked on
 * every feed, so it reads no tables: what needs them is fetched by the page itself, from an address of that room.
 */
public interface FeedTop {
    Optional<JteModel> top(Member member, Frame frame);
}
