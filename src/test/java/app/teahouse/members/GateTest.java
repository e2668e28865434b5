package app.teahouse.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who may do what, as the Gate reads it from the database. */
@TeahouseTest
class GateTest {
    @Autowired
    Gate gate;

    @Autowired
    SpeakingTable speakingTable;

    @Autowired
    Visits visits;

    @Autowired
    MyCircles myCircles;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester browser;

    @Test
    void a_hidden_circle_and_one_that_never_was_are_refused_alike() {
        var owner = circles.someHiddenOwner();
        for (var person : new Visitor[] {gate.visitor(null), new Visitor(people.someone())}) {
            assertThatThrownBy(() -> gate.onlooker(person, SomeCircles.slug(owner)))
                    .hasMessage("circle.unknown");
            assertThatThrownBy(() -> gate.onlooker(person, "nobody-has-this")).hasMessage("circle.unknown");
        }
    }

    /** The time class too: the same number of statements. */
    @Test
    void an_unknown_address_costs_what_a_hidden_one_costs() {
        var owner = circles.someHiddenOwner();
        var stranger = new Visitor(people.someone());
        for (var round = 0; round < 2; round++) {
            assertThat(statements(stranger, SomeCircles.slug(owner)))
                    .isEqualTo(statements(
                            stranger,
                            "never-" + owner.circle().value().toString().substring(24)));
        }
    }

    private int statements(Visitor visitor, String slug) {
        Db.countFrom0();
        assertThatThrownBy(() -> gate.onlooker(visitor, slug)).hasMessage("circle.unknown");
        return Db.statements();
    }

    @Test
    void a_circle_sets_what_its_roles_may_do_and_guest_experts_speak_where_members_may_not() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var expert = circles.join(owner, people.someone(), Role.GUEST_EXPERT);
        assertThatThrownBy(() -> circles.speaker(member, Surface.INVITE)).hasMessage("speaking.role");
        circles.speaker(member, Surface.POST);

        var allowed = speakingTable.of(owner.circle()).stream()
                .filter(SpeakingTable.Cell::allowed)
                .map(SpeakingTable.Cell::name)
                .collect(Collectors.toSet());
        var quiet = new HashSet<>(allowed);
        quiet.remove("member.post");
        quiet.add("member.invite");
        speakingTable.set(circles.staff(owner), quiet);

        assertThatThrownBy(() -> circles.speaker(member, Surface.POST)).hasMessage("speaking.role");
        circles.speaker(member, Surface.INVITE);
        circles.speaker(expert, Surface.POST);
        circles.speaker(owner.member(), Surface.POST);

        speakingTable.set(circles.staff(owner), allowed);
        circles.speaker(member, Surface.POST);
        assertThat(speakingTable.of(owner.circle())).noneMatch(SpeakingTable.Cell::changed);
    }

    @Test
    void a_mute_ends_by_itself_and_never_touches_reading() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        circles.mute(member, "comment");
        assertThatThrownBy(() -> circles.speaker(member, Surface.COMMENT)).hasMessage("speaking.muted");
        circles.speaker(member, Surface.POST);
        assertThat(circles.again(member).standing().number()).isEqualTo(2);
    }

    @Test
    void a_visit_is_written_soon_and_at_most_every_five_minutes() throws Exception {
        var owner = circles.someOwner(JoinMode.APPLICATION);
        var member = circles.someMember(owner);
        var joined = myCircles.of(member.person()).getFirst().visitedAt();
        var soon = clock.instant().plus(Duration.ofMinutes(2));
        var later = clock.instant().plus(Duration.ofMinutes(6));

        TestClock.at(soon, () -> circles.again(member));
        visits.flush();
        assertThat(myCircles.of(member.person()).getFirst().visitedAt()).isEqualTo(joined);

        TestClock.at(later, () -> circles.again(member));
        visits.flush();
        assertThat(myCircles.of(member.person()).getFirst().visitedAt()).isEqualTo(later);
    }

    @Test
    void request_parameters_make_no_proof() {
        var owner = circles.someOwner();
        var slug = SomeCircles.slug(owner);
        var account = owner.account().value().toString();
        for (var proof :
                Set.of("visitor", "person", "onlooker", "member", "speaker", "staff", "partner", "owner", "operator")) {
            assertThat(browser.get()
                            .uri("/c/" + slug + "/manage/settings")
                            .param(proof, account)
                            .param(proof + ".account", account)
                            .param("signIn.account", account)
                            .param("role", "OWNER"))
                    .as(proof)
                    .hasStatus(303)
                    .hasHeader("Location", "/sign-in?to=%2Fc%2F" + slug + "%2Fmanage%2Fsettings");
        }
    }
}
