package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Person;

/** Makes the founder of a new circle its first member. Room {@code members} does it. */
public interface Founding {
    void enrolOwner(CircleId circle, Person founder);
}
