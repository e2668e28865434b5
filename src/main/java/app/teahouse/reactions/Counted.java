package app.teahouse.reactions;

import app.teahouse.kernel.CircleId;
import java.util.UUID;

/** A room whose things are reacted to and keep the number of reactions beside them. */
public interface Counted {

    /** One reaction fewer to this thing, if it is one of this room's; within the caller's transaction. */
    void takenBack(CircleId circle, UUID target);
}
