package app.teahouse.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proof that somebody may see a circle from outside: its about page. Members are onlookers too. Nobody gets one for a hidden
 * circle without being a member or holding a valid invitation.
 */
public final class Onlooker {
    private final Visitor visitor;
    private final Face face;
    private final @Nullable Member member;

    public Onlooker(Visitor visitor, Face face, @Nullable Member member) {
        this.visitor = visitor;
        this.face = face;
        this.member = member;
    }

    public CircleId circle() {
        return face.id();
    }

    public Face face() {
        return face;
    }

    public Visitor visitor() {
        return visitor;
    }

    public Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    /** Posts are read by members, and by all where the owner switched on public reading. */
    public boolean mayRead() {
        return member != null || face.publicReading();
    }
}
