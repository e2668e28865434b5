package app.teahouse.members;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.SignIn;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Standing;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.openings.Openings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who may do what, from what {@link Seats} reads by one statement per request. */
@Component
class CircleGate implements Gate {
    private final Seats seats;
    private final Circles circles;
    private final Openings openings;
    private final Visits visits;
    private final Clock clock;

    CircleGate(Seats seats, Circles circles, Openings openings, Visits visits, Clock clock) {
        this.seats = seats;
        this.circles = circles;
        this.openings = openings;
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    public Visitor visitor(@Nullable SignIn signIn) {
        return new Visitor(signIn == null ? null : new Person(signIn));
    }

    @Override
    public Person person(Visitor visitor) {
        return visitor.person().orElseThrow(Refusal::signInNeeded);
    }

    @Override
    public Onlooker onlooker(Visitor visitor, String slug) {
        var before = Db.statements();
        var id = circles.idOf(slug);
        var circle = circles.byId(id).filter(found -> !found.isGone(clock.instant()));
        // Looked up for an unknown address too: "not found" takes as long for it as for a hidden circle's.
        var seat = visitor.person().flatMap(person -> seat(id, circle, person.account()));
        var standing = seat.flatMap(Seats.Seat::now);
        var openUntil = standing.isPresent() ? null : openUntil(visitor, id);
        if (circle.isEmpty()
                || (standing.isEmpty()
                        && openUntil == null
                        && circle.get().isHidden()
                        && !knowsTheDoor(circle.get(), seat))) {
            spend(visitor, slug, before);
            throw unknown();
        }
        return onlooker(visitor, circle.get(), standing, openUntil);
    }

    /** Whose paid time is over, who left before it was, and whom staff removed finds the door, also of a hidden circle. */
    private static boolean knowsTheDoor(Circle circle, Optional<Seats.Seat> seat) {
        return circle.state() != Circle.State.DELETING
                && seat.filter(Seats.Seat::isOutside).isPresent();
    }

    private @Nullable Instant openUntil(Visitor visitor, CircleId circle) {
        return visitor.person()
                .filter(person -> person.signIn().operator())
                .flatMap(person -> openings.until(circle, person.account()))
                .orElse(null);
    }

    /** A hidden circle whose members keep it in the caches would answer faster than an address that nobody has. */
    private void spend(Visitor visitor, String slug, int before) {
        var full = visitor.person().isPresent() ? 3 : 2;
        while (Db.statements() - before < full) {
            circles.lookUp(slug);
        }
    }

    @Override
    public Onlooker onlooker(Member member) {
        return new Onlooker(new Visitor(member.person()), member.face(), member, null);
    }

    @Override
    public Onlooker invited(Visitor visitor, CircleId id) {
        var circle = circles.byId(id)
                .filter(found -> found.state() != Circle.State.DELETING)
                .orElseThrow(CircleGate::unknown);
        var standing = visitor.person().flatMap(person -> standing(id, Optional.of(circle), person.account()));
        return onlooker(visitor, circle, standing, null);
    }

    private static Onlooker onlooker(
            Visitor visitor, Circle circle, Optional<Standing> standing, @Nullable Instant openUntil) {
        var member = standing.flatMap(found -> visitor.person().map(person -> new Member(person, circle.face(), found)))
                .orElse(null);
        return new Onlooker(visitor, circle.face(), member, openUntil);
    }

    @Override
    public Member member(Visitor visitor, String slug) {
        var onlooker = onlooker(visitor, slug);
        return onlooker.member().orElseThrow(() -> refuseOutsider(visitor));
    }

    private static Refusal refuseOutsider(Visitor visitor) {
        return visitor.person().isEmpty() ? Refusal.signInNeeded() : Refusal.notAllowed("circle.members-only");
    }

    @Override
    public Staff staff(Visitor visitor, String slug) {
        var member = member(visitor, slug);
        if (!member.isStaff()) {
            throw Refusal.notAllowed("circle.staff-only");
        }
        return new Staff(member);
    }

    @Override
    public Partner partner(Visitor visitor, String slug) {
        var member = member(visitor, slug);
        if (!member.role().leads()) {
            throw Refusal.notAllowed("circle.partner-only");
        }
        return new Partner(member);
    }

    @Override
    public Owner owner(Visitor visitor, String slug) {
        var member = member(visitor, slug);
        if (member.role() != Role.OWNER) {
            throw Refusal.notAllowed("circle.owner-only");
        }
        return new Owner(member);
    }

    @Override
    public Speaker speaker(Member member, Surface surface) {
        if (!member.person().signIn().verified()) {
            throw Refusal.notAllowed("speaking.unverified");
        }
        var halt = member.face().halt();
        if (halt != null) {
            throw halt.refusal();
        }
        if (member.face().archived()) {
            throw Refusal.notAllowed("circle.archived");
        }
        var silence = member.standing().silences().get(surface);
        if (silence != null) {
            throw refusal(silence);
        }
        return new Speaker(member, surface);
    }

    /** What, until when, why, and what to write to staff about: the same for a page, a program and an import. */
    private static Refusal refusal(Standing.Silence silence) {
        var refusal = Refusal.notAllowed(silence.code());
        if (silence.until() != null) {
            refusal = refusal.with("until", silence.until());
        }
        if (silence.ruling() != null) {
            refusal = refusal.with("ruling", silence.ruling());
        }
        return silence.reason().isEmpty() ? refusal : refusal.with("reason", silence.reason());
    }

    @Override
    public Operator operator(Visitor visitor) {
        return visitor.person()
                .filter(person -> person.signIn().operator())
                .map(Operator::new)
                .orElseThrow(() -> Refusal.notFound("page.unknown"));
    }

    @Override
    public Optional<Member> memberNow(CircleId circle, SignIn signIn) {
        var found = circles.byId(circle).filter(known -> !known.isGone(clock.instant()));
        return found.flatMap(known -> standing(circle, found, signIn.account())
                .map(standing -> new Member(new Person(signIn), known.face(), standing)));
    }

    private static Refusal unknown() {
        return Refusal.notFound("circle.unknown");
    }

    private Optional<Standing> standing(CircleId id, Optional<Circle> circle, AccountId account) {
        return seat(id, circle, account).flatMap(Seats.Seat::now);
    }

    private Optional<Seats.Seat> seat(CircleId id, Optional<Circle> circle, AccountId account) {
        var now = clock.instant();
        var found = seats.of(id, circle, account, now);
        found.filter(seat -> !seat.isOutside()).ifPresent(seat -> visits.note(id, account, seat.seenAt(), now));
        return found;
    }
}
