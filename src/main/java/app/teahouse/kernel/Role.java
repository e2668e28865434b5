package app.teahouse.kernel;

/** What a member is in a circle, from the highest down. Nobody acts on a role equal to or above their own. */
public enum Role {
    OWNER,
    PARTNER,
    ADMIN,
    GUEST_EXPERT,
    VOLUNTEER,
    MEMBER;

    public boolean isStaff() {
        return compareTo(ADMIN) <= 0;
    }

    /** Whether this role leads: it sets what the circle is called and who may come in. */
    public boolean leads() {
        return compareTo(PARTNER) <= 0;
    }

    public boolean isAbove(Role other) {
        return compareTo(other) < 0;
    }
}
