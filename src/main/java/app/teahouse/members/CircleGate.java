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
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.SignIn;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Standing;
import app.teahouse.kernel.Standing.Silence;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who may do what, from one statement per request: membership, mutes and the circle's defaults together. */
@Component
class CircleGate implements Gate {
    private final Db db;
    private final Circles circles;
    private final Clock clock;

    CircleGate(Db db, Circles circles, Clock clock) {
        this.db = db;
        this.circles = circles;
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
        var circle = circles.bySlug(slug).orElseThrow(CircleGate::unknown);
        var member = visitor.person().flatMap(person -> member(person, circle)).orElse(null);
        if (member == null && circle.isHidden()) {
            throw unknown();
        }
        return new Onlooker(visitor, circle.face(), member);
    }

    @Override
    public Onlooker onlooker(Member member) {
        return new Onlooker(new Visitor(member.person()), member.face(), member);
    }

    /** An invitation that holds shows even a hidden circle's about page; {@link Invitations} has looked at it. */
    Onlooker invited(Visitor visitor, Circle circle) {
        var member = visitor.person().flatMap(person -> member(person, circle)).orElse(null);
        return new Onlooker(visitor, circle.face(), member);
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
            var refusal = Refusal.notAllowed(silence.code());
            throw silence.until() == null ? refusal : refusal.with("until", silence.until());
        }
        return new Speaker(member, surface);
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
        return circles.byId(circle).flatMap(found -> member(new Person(signIn), found));
    }

    static Refusal unknown() {
        return Refusal.notFound("circle.unknown");
    }

    private Optional<Member> member(Person person, Circle circle) {
        return standing(circle.id(), person.account()).map(standing -> new Member(person, circle.face(), standing));
    }

    private Optional<Standing> standing(CircleId circle, AccountId account) {
        return db.sql("""
                select m.role, m.number, m.alias, m.picture, m.joined_at, m.seen_number, coalesce(p.last_number, 0),
                       array(select x.surface || ' ' || coalesce(extract(epoch from x.until)::bigint::text, '')
                               from members.mute x
                              where x.circle_id = m.circle_id and x.account_id = m.account_id
                                and (x.until is null or x.until > :now)),
                       array(select s.surface
                               from members.speaking s
                              where s.circle_id = m.circle_id and s.role = m.role and not s.allowed)
                  from members.membership m
                  left join circles.pulse p on p.circle_id = m.circle_id
                 where m.circle_id = :circle and m.account_id = :account and m.state = 'active'
                """)
                .with("circle", circle)
                .with("account", account)
                .with("now", clock.instant())
                .maybe((row, n) -> standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Db.constant(Role.class, row.getString(1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Db.instant(row, 5),
                row.getLong(6),
                row.getLong(7),
                silences(row));
    }

    /** A mute of the member says more than the default of the role, so it is written over it. */
    private static Map<Surface, Silence> silences(ResultSet row) throws SQLException {
        var silences = new EnumMap<Surface, Silence>(Surface.class);
        for (var surface : Db.texts(row, 9)) {
            silences.put(Db.constant(Surface.class, surface), new Silence("speaking.role", null));
        }
        for (var mute : Db.texts(row, 8)) {
            var space = mute.indexOf(' ');
            var until = mute.substring(space + 1);
            silences.put(
                    Db.constant(Surface.class, mute.substring(0, space)),
                    new Silence(
                            "speaking.muted", until.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(until))));
        }
        return silences;
    }
}
