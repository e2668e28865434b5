package app.teahouse.roster;

import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import java.util.Optional;

/** What somebody should know who is about to leave a circle; a room above brings it as a bean. */
public interface LeavingHint {

    /** A sentence, or nothing. */
    Optional<String> of(Frame frame, Member member);
}
