package app.teahouse.kernel;

/**
 * Proof that a member may speak on one surface now. Every operation that puts a member's words or deeds before others takes one,
 * so none can be called for somebody who is muted, unverified, or in an archived circle.
 */
public final class Speaker {
    private final Member member;
    private final Surface surface;

    public Speaker(Member member, Surface surface) {
        this.member = member;
        this.surface = surface;
    }

    public Member member() {
        return member;
    }

    public Surface surface() {
        return surface;
    }

    public CircleId circle() {
        return member.circle();
    }

    public AccountId account() {
        return member.account();
    }
}
