package app.teahouse.kernel;

/** Proof that a person leads a circle: its owner or a partner. They set what it is called and who may come in. */
public final class Partner {
    private final Member member;

    public Partner(Member member) {
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
