package app.teahouse.kernel;

import java.time.Instant;
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
    private final @Nullable Instant openUntil;

    /** @param openUntil until when an operator who is no member may read here, for a reason that stands in the circle's log */
    public Onlooker(Visitor visitor, Face face, @Nullable Member member, @Nullable Instant openUntil) {
        this.visitor = visitor;
        this.face = face;
        this.member = member;
        this.openUntil = openUntil;
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

    /** Until when an operator reads here without being a member. */
    public Optional<Instant> openUntil() {
        return Optional.ofNullable(openUntil);
    }

    /** Posts are read by members, by all where the owner switched on public reading, and by an operator who opened the circle. */
    public boolean mayRead() {
        return member != null || openUntil != null || face.publicReading();
    }
}
