package app.teahouse.circles;

import app.teahouse.circles.Circle.Listing;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;

/** Whether the site lets somebody found circles, and whether the new one is listed at once. Room {@code site} decides. */
public interface MayCreate {

    /** @throws app.teahouse.kernel.Refusal {@code circle.creation-closed} */
    Listing listingOf(Person founder);

    /** Whether founding a circle is worth offering: to a visitor, if an account of theirs could do it. */
    boolean offersTo(Visitor visitor);
}
