package app.teahouse.access;

import app.teahouse.circles.Access;
import app.teahouse.circles.Circle;
import java.util.List;

/** Tells what a change of access would do to what a room above keeps: applications, invitations, public posts. */
public interface Affected {
    List<Consequence> by(Circle before, Access after);
}
