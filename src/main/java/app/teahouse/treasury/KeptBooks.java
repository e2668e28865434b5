package app.teahouse.treasury;

import app.teahouse.kernel.CircleId;

/** What a room keeps of a circle's money when the circle is gone, and how that goes once the years are over. */
public interface KeptBooks {

    /** Whether it keeps anything of this circle; of who never sold anything no books are kept. */
    boolean keeps(CircleId circle);

    /**
     * Takes away the next rows, at most {@code atMost}. Runs in a transaction of its own and may be repeated.
     *
     * @return whether there may be more
     */
    boolean remove(CircleId circle, int atMost);
}
