package app.teahouse.reports;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * A kind of thing that can be reported and decided about. A room above brings its own as a bean, such as answers or check-ins: the queue
 * then knows them without knowing the room.
 */
public interface Thing {

    /** Its name in addresses and in the database, such as {@code post}. */
    String kind();

    /**
     * What somebody who reads here points at.
     *
     * @param key as it stands in an address: a number or an id
     * @throws Refusal not found, where they may not read it
     */
    ThingView seen(Member reader, String key);

    /** What staff see of them now, hidden ones too; those that are gone are left out. One statement at most. */
    Map<UUID, ThingView> views(CircleId circle, Collection<UUID> things);

    /** Whether it can be hidden, changed by its writer, and deleted. */
    default boolean isWords() {
        return true;
    }

    /** Puts it back into sight, where it was out of it. */
    void show(Staff staff, UUID thing);

    /** Takes it out of sight of all but its writer and the staff, where it is not already. */
    void hide(Staff staff, UUID thing, String why);

    void delete(Staff staff, UUID thing);

    /** Takes a deletion back; only who deleted may. */
    void restore(Staff staff, UUID thing);
}
