package app.teahouse.routes;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.SignIn;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.routes.Caller.Place;
import app.teahouse.testing.Furnishing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes circles with somebody of every kind in and around them. */
@Component
class Callers {
    private final SomePeople people;
    private final SomeCircles circles;
    private final Db db;
    private final ObjectProvider<Furnishing> furnishings;

    Callers(SomePeople people, SomeCircles circles, Db db, ObjectProvider<Furnishing> furnishings) {
        this.people = people;
        this.circles = circles;
        this.db = db;
        this.furnishings = furnishings;
    }

    /** A circle and all who knock there. */
    record World(String slug, List<Caller> callers) {}

    World of(Owner owner) {
        var callers = new ArrayList<Caller>();
        callers.add(new Caller("visitor", Optional.empty(), Place.OUTSIDE));
        callers.add(caller("stranger", people.someone(), Place.OUTSIDE));
        callers.add(caller("applicant", applicant(owner), Place.OUTSIDE));
        callers.add(caller("former member", ended(owner, "left"), Place.OUTSIDE));
        callers.add(caller("removed", ended(owner, "removed"), Place.OUTSIDE));
        callers.add(caller("expired", ended(owner, "expired"), Place.OUTSIDE));
        callers.add(caller("other circle's owner", circles.someOwner().member().person(), Place.OUTSIDE));
        callers.add(caller("operator", people.someOperator(), Place.OUTSIDE));

        var member = circles.someMember(owner);
        callers.add(caller("member", member.person(), Place.MEMBER));
        callers.add(caller("muted", muted(owner).person(), Place.SILENT));
        callers.add(new Caller("unverified", Optional.of(unverified(owner)), Place.SILENT));
        callers.add(joined("guest expert", owner, Role.GUEST_EXPERT, Place.MEMBER));
        callers.add(joined("volunteer", owner, Role.VOLUNTEER, Place.MEMBER));
        callers.add(joined("admin", owner, Role.ADMIN, Place.STAFF));
        callers.add(joined("partner", owner, Role.PARTNER, Place.STAFF));
        callers.add(caller("owner", owner.member().person(), Place.OWNER));
        furnishings.forEach(furnishing -> furnishing.furnish(owner, member));
        return new World(SomeCircles.slug(owner), callers);
    }

    private Caller joined(String name, Owner owner, Role role, Place place) {
        return caller(name, circles.join(owner, people.someone(name), role).person(), place);
    }

    private static Caller caller(String name, Person person, Place place) {
        return new Caller(name, Optional.of(person.signIn()), place);
    }

    private Person applicant(Owner owner) {
        var person = people.someone("Applicant");
        db.sql("""
                insert into applications.application
                       (circle_id, application_id, account_id, name, questions, answers, state, made_at)
                values (:circle, :id, :account, 'Applicant', '{}', '{}', 'waiting', now())
                """)
                .with("circle", owner.circle())
                .with("id", Ids.next())
                .with("account", person.account())
                .run();
        return person;
    }

    private Person ended(Owner owner, String state) {
        var member = circles.someMember(owner);
        db.sql("""
                update members.membership
                   set state = :state, ended_at = now(), ended_by = case when :state = 'removed' then :owner::uuid end
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", owner.circle())
                .with("account", member.account())
                .with("state", state)
                .with("owner", owner.account())
                .run();
        db.sql("update members.account_circle set state = :state where circle_id = :circle and account_id = :account")
                .with("circle", owner.circle())
                .with("account", member.account())
                .with("state", state)
                .run();
        return member.person();
    }

    private Member muted(Owner owner) {
        var member = circles.someMember(owner);
        for (var surface : Surface.values()) {
            circles.mute(member, Db.name(surface));
        }
        return member;
    }

    private SignIn unverified(Owner owner) {
        var is = circles.someMember(owner).person().signIn();
        return new SignIn(
                is.account(),
                is.session(),
                is.name(),
                is.picture(),
                is.locale(),
                is.zone(),
                false,
                is.operator(),
                is.scopes());
    }
}
