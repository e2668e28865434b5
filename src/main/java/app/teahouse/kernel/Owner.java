package app.teahouse.kernel;

/** Proof that a person is the owner of a circle. Only the {@link Gate} hands it out. */
public final class Owner {
    private final Member member;

    public Owner(Member member) {
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
