package app.teahouse.kernel;

/** Proof that a person is one of a circle's staff: owner, partner or admin. Only the {@link Gate} hands it out. */
public final class Staff {
    private final Member member;

    public Staff(Member member) {
        this.member = member;
    }

    public Member member() {
        return member;
    }

    public CircleId circle() {
        return member.circle();
    }

    public AccountId account() {
        return member.account();
    }

    public Role role() {
        return member.role();
    }
}
