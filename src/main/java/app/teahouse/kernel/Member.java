package app.teahouse.kernel;

/** Proof that a person belongs to a circle and may read there. Only the {@link Gate} hands it out. */
public final class Member {
    private final Person person;
    private final Face face;
    private final Standing standing;

    public Member(Person person, Face face, Standing standing) {
        this.person = person;
        this.face = face;
        this.standing = standing;
    }

    public CircleId circle() {
        return face.id();
    }

    public AccountId account() {
        return person.account();
    }

    public Face face() {
        return face;
    }

    public Person person() {
        return person;
    }

    public Standing standing() {
        return standing;
    }

    public Role role() {
        return standing.role();
    }

    public boolean isStaff() {
        return role().isStaff();
    }
}
