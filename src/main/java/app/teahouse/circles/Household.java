package app.teahouse.circles;

import app.teahouse.kernel.CircleId;

/**
 * What a room keeps of each circle, and how it goes when a circle is deleted. Every room with tables of circles has one. Those of
 * the rooms above go first: give it an {@code @Order} of minus the room's floor.
 */
public interface Household {

    /**
     * Takes away the next rows, at most {@code atMost}. Runs in a transaction of its own and may be repeated.
     *
     * @return whether there may be more
     */
    boolean erase(CircleId circle, int atMost);
}
