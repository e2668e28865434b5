package app.teahouse.testing;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;

/**
 * Puts something of a room into a circle before the route walk, such as a post with number 1, so that there is something to betray.
 * A room adds one as a test component.
 */
public interface Furnishing {
    void furnish(Owner owner, Member member);
}
