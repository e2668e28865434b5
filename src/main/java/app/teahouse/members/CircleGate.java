package app.teahouse.members;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Pulse;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who may do what, from one statement per request: membership, rulings and the circle's defaults together. */
@Component
class CircleGate implements Gate {
    private final Db db;
    private final Circles circles;
    private final Openings openings;
    private final Visits visits;
    private final Clock clock;

    CircleGate(Db db, Circles circles, Openings openings, Visits visits, Clock clock) {
        this.db = db;
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
        var standing = seat.flatMap(Seat::now);
        var openUntil = standing.isPresent() ? null : openUntil(visitor, id);
        if (circle.isEmpty()
                || (standing.isEmpty()
                        && openUntil == null
                        && circle.get().isHidden()
                        && !mayComeBack(circle.get(), seat))) {
            spend(visitor, slug, before);
            throw unknown();
        }
        return onlooker(visitor, circle.get(), standing, openUntil);
    }

    /** Whose paid time is over, or who left before it was, finds the door again, also of a hidden circle. */
    private static boolean mayComeBack(Circle circle, Optional<Seat> seat) {
        return circle.state() != Circle.State.DELETING
                && seat.filter(Seat::mayComeBack).isPresent();
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
        if (member.face().archived()) {
            throw Refusal.notAllowed("circle.archived");
        }
        var silence = member.standing().silences().get(surface);
        if (silence != null) {
            throw refusal(silence);
        }
        return new Speaker(member, surface);
    }

    /** What, until when and why: the same for a page, a program and an import. */
    private static Refusal refusal(Standing.Silence silence) {
        var refusal = Refusal.notAllowed(silence.code());
        if (silence.until() != null) {
            refusal = refusal.with("until", silence.until());
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

    /** How somebody stands who is not here, for work that was begun when they were. */
    Optional<Standing> standingNow(CircleId circle, AccountId account) {
        return look(circle, circles.byId(circle), account, clock.instant()).flatMap(Seat::now);
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
        return seat(id, circle, account).flatMap(Seat::now);
    }

    private Optional<Seat> seat(CircleId id, Optional<Circle> circle, AccountId account) {
        var now = clock.instant();
        var found = look(id, circle, account, now);
        found.filter(seat -> !seat.mayComeBack()).ifPresent(seat -> visits.note(id, account, seat.seenAt(), now));
        return found;
    }

    private Optional<Seat> look(CircleId id, Optional<Circle> circle, AccountId account, Instant now) {
        var rulesVersion = circle.map(Circle::rulesVersion).orElse(0);
        // Where nobody pays, nobody's time runs out.
        var costs = circle.filter(known -> known.price() == Circle.Price.PAID).isPresent();
        var zone = circle.map(known -> known.face().zone()).orElse(ZoneOffset.UTC);
        return db.sql("""
                select m.role, m.number, m.alias, m.picture, m.joined_at, m.seen_number, coalesce(p.last_number, 0),
                       m.rules_version, m.seen_at,
                       array(select x.ruling_id || ' ' || x.kind || ' ' || array_to_string(x.surfaces, ',') || ' '
                                    || coalesce((extract(epoch from x.until) * 1000000)::bigint::text, '') || ' ' || x.reason
                               from speaking.ruling x
                              where x.circle_id = m.circle_id and x.account_id = m.account_id and x.ended_at is null),
                       array(select s.surface || ' ' || s.allowed
                               from members.speaking s
                              where s.circle_id = m.circle_id and s.role = m.role),
                       p.quiet, m.speaks_until, m.closes, m.tier,
                       m.state = 'active'
                       and (not :costs or m.reads_until is null or m.reads_until > :now or m.role not in ('member', 'volunteer')),
                       array(select h.kind || ' ' || array_to_string(h.surfaces, ',') || ' ' || array_to_string(h.spares, ',') || ' '
                                    || coalesce((extract(epoch from h.until) * 1000000)::bigint::text, '') || ' '
                                    || coalesce(h.from_minute, 0) || ' ' || coalesce(h.to_minute, 0) || ' ' || h.reason
                               from speaking.hush h
                              where h.circle_id = m.circle_id)
                  from members.membership m
                  left join circles.pulse p on p.circle_id = m.circle_id
                 where m.circle_id = :circle and m.account_id = :account
                   and (m.state = 'active'
                        or :costs and (m.state = 'expired'
                                       or m.state = 'left' and m.tier > 0 and (m.reads_until is null or m.reads_until > :now)))
                """)
                .with("circle", id)
                .with("account", account)
                .with("now", now)
                .with("costs", costs)
                .maybe((row, n) -> row.getBoolean(16)
                        ? new Seat(standing(row, rulesVersion, costs, now, zone), Db.instant(row, 9))
                        : new Seat(null, Db.instant(row, 9)));
    }

    /** @param standing null for who paid here once and may come back */
    private record Seat(@Nullable Standing standing, Instant seenAt) {
        Optional<Standing> now() {
            return Optional.ofNullable(standing);
        }

        boolean mayComeBack() {
            return standing == null;
        }
    }

    private static Standing standing(ResultSet row, int rulesVersion, boolean costs, Instant now, ZoneId zone)
            throws SQLException {
        var role = Db.constant(Role.class, row.getString(1));
        return new Standing(
                role,
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Db.instant(row, 5),
                row.getLong(6),
                row.getLong(7),
                Pulse.unread(row.getLong(7), row.getLong(6), Db.numbers(row, 12)),
                row.getInt(8) < rulesVersion && !role.leads(),
                row.getInt(15),
                Speaking.silences(
                        role,
                        new Speaking.Said(
                                defaults(Db.texts(row, 11)),
                                Db.texts(row, 10).stream().map(Heard::word).toList(),
                                Db.texts(row, 17).stream().map(Heard::hush).toList()),
                        costs
                                ? new Speaking.Paid(Db.maybeInstant(row, 13), surfaces(Db.texts(row, 14)))
                                : Speaking.Paid.FREE,
                        now,
                        zone));
    }

    private static List<Surface> surfaces(List<String> names) {
        return names.stream().map(name -> Db.constant(Surface.class, name)).toList();
    }

    private static List<Speaking.Default> defaults(List<String> rows) {
        return rows.stream()
                .map(row -> row.split(" ", 2))
                .map(parts -> new Speaking.Default(Db.constant(Surface.class, parts[0]), parts[1].equals("true")))
                .toList();
    }
}
