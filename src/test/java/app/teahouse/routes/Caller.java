package app.teahouse.routes;

import app.teahouse.kernel.SignIn;
import java.util.Optional;

/**
 * Somebody who knocks at every door.
 *
 * @param signIn who they are, or nobody
 * @param in what they are in the circle that is walked
 */
record Caller(String name, Optional<SignIn> signIn, Place in) {

    enum Place {
        /** Has no part in the circle. */
        OUTSIDE,
        /** A member who may read but not speak. */
        SILENT,
        MEMBER,
        STAFF,
        OWNER
    }

    boolean isOutside() {
        return in == Place.OUTSIDE;
    }

    boolean isStaff() {
        return in == Place.STAFF || in == Place.OWNER;
    }

    boolean isOperator() {
        return signIn.filter(SignIn::operator).isPresent();
    }

    @Override
    public String toString() {
        return name;
    }
}
