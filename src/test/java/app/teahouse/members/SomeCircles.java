package app.teahouse.members;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circles;
import app.teahouse.circles.CreateCircle;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Circles and members for tests, each new. */
@Component
public class SomeCircles {
    private final SomePeople people;
    private final CreateCircle createCircle;
    private final Enrol enrol;
    private final Gate gate;
    private final Db db;
    private final TransactionTemplate transaction;
    private final Circles circles;
    private final HandOver handOver;

    SomeCircles(
            SomePeople people,
            CreateCircle createCircle,
            Enrol enrol,
            Gate gate,
            Db db,
            TransactionTemplate transaction,
            Circles circles,
            HandOver handOver) {
        this.people = people;
        this.createCircle = createCircle;
        this.enrol = enrol;
        this.gate = gate;
        this.db = db;
        this.transaction = transaction;
        this.circles = circles;
        this.handOver = handOver;
    }

    /** The owner of a new free, listed, open circle. */
    public Owner someOwner() {
        return owner(people.someone("Owner"), Type.FREE);
    }

    /** The owner of a new hidden circle that one enters by invitation. */
    public Owner someHiddenOwner() {
        return owner(people.someone("Owner"), Type.PRIVATE);
    }

    public Owner owner(Person person, Type type) {
        var circle =
                createCircle.create(person, "Tea " + person.account().value(), "We drink tea.", type, Locale.ENGLISH);
        return gate.owner(new Visitor(person), circle.slug());
    }

    public Member someMember(Owner owner) {
        return join(owner, people.someone());
    }

    public Member join(Owner owner, Person person) {
        return join(owner, person, Role.MEMBER);
    }

    public Member join(Owner owner, Person person, Role role) {
        transaction.execute(_ -> enrol.enrol(owner.circle(), person.account(), role, 0, Came.OPEN));
        return gate.member(new Visitor(person), slug(owner));
    }

    public Staff someAdmin(Owner owner) {
        var person = people.someone("Admin");
        join(owner, person, Role.ADMIN);
        return gate.staff(new Visitor(person), slug(owner));
    }

    /** The owner of a circle that is not hidden and has this join mode. */
    public Owner someOwner(JoinMode joinMode) {
        var owner = someOwner();
        var password = joinMode == JoinMode.PASSWORD ? "not a hash" : null;
        db.sql("update circles.circle set join_mode = :mode, join_password = :password where circle_id = :circle")
                .with("circle", owner.circle())
                .with("mode", joinMode)
                .with("password", password)
                .run();
        circles.changed(owner.circle());
        return owner;
    }

    public Staff staff(Owner owner) {
        return gate.staff(new Visitor(owner.member().person()), slug(owner));
    }

    public Partner partner(Owner owner) {
        return gate.partner(new Visitor(owner.member().person()), slug(owner));
    }

    /** Somebody who looks at the circle and is no member, unless they are. */
    public Onlooker onlooker(Owner owner, Person person) {
        return gate.onlooker(new Visitor(person), slug(owner));
    }

    public Speaker speaker(Member member, Surface surface) {
        return gate.speaker(again(member), surface);
    }

    /** The member as the Gate sees them now. */
    public Member again(Member member) {
        return gate.member(new Visitor(member.person()), member.face().slug());
    }

    public void mute(Member member, String surface) {
        db.sql("""
                insert into speaking.ruling (circle_id, ruling_id, account_id, kind, preset, surfaces, reason, review, made_by, made_at)
                values (:circle, :id, :account, 'mute', 'chosen', array[:surface], 'Test', false, :account, now())
                on conflict (circle_id, account_id, kind) where ended_at is null
                do update set surfaces = speaking.ruling.surfaces || excluded.surfaces
                """)
                .with("circle", member.circle())
                .with("id", Ids.next())
                .with("account", member.account())
                .with("surface", surface)
                .run();
    }

    public void offer(Owner owner, Member heir) {
        handOver.offer(owner, heir.standing().number());
    }

    public void accept(Member heir) {
        handOver.accept(heir);
    }

    public static String slug(Owner owner) {
        return owner.member().face().slug();
    }
}
