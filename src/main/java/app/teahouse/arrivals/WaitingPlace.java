package app.teahouse.arrivals;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;

/**
 * A place in a circle that waits for the person who reads it.
 *
 * @param alias the name that the place has in the circle
 */
public record WaitingPlace(CircleId circle, Face face, long number, String alias, boolean moving) {}
