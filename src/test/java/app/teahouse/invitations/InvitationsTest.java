package app.teahouse.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.ChangeCircle;
import app.teahouse.circles.ChangeCircle.CircleText;
import app.teahouse.files.KeepFile;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.Members;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Links that let people in. */
@TeahouseTest
class InvitationsTest {
    @Autowired
    MakeInvitation makeInvitation;

    @Autowired
    RevokeInvitation revokeInvitation;

    @Autowired
    UseInvitation useInvitation;

    @Autowired
    Invited invited;

    @Autowired
    InvitationList invitationList;

    @Autowired
    Codes codes;

    @Autowired
    KeepFile keepFile;

    @Autowired
    ChangeCircle changeCircle;

    @Autowired
    Members members;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester browser;

    private InvitationId make(Owner owner, Role role, @Nullable Integer uses, @Nullable Instant expires) {
        return makeInvitation.make(
                circles.speaker(owner.member(), Surface.INVITE), new InvitationText("Flyer", role, uses, expires));
    }

    private String some(Owner owner) {
        return codes.of(make(owner, Role.MEMBER, null, null));
    }

    @Test
    void an_invitation_shows_a_hidden_circle_and_lets_in() {
        var owner = circles.someHiddenOwner();
        var code = some(owner);
        assertThat(browser.get().uri("/i/" + code))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "We drink tea.", " invites you to", "/i/" + code + "/new", "name=\"email\"", "href=\"#join\"");

        var guest = people.someone("Guest");
        assertThat(browser.post().uri("/i/" + code).cookie(people.cookie(guest)).with(csrf()))
                .hasStatus(303)
                .hasHeader("Location", "/c/" + SomeCircles.slug(owner));
        assertThat(circles.onlooker(owner, guest).member()).isPresent();
        assertThat(invitationList.one(owner.member(), id(owner)).uses()).isEqualTo(1);
    }

    @Test
    void an_invitation_shows_the_pictures_of_a_hidden_circle_and_no_others() throws IOException {
        var owner = circles.someHiddenOwner();
        var staff = circles.staff(owner);
        var cover = keepFile.keepCover(staff, "cover.png", picture(1600, 640));
        var inside = keepFile.keep(staff, "inside.png", picture(8, 6));
        var face = owner.member().face();
        var path = "/c/" + face.slug() + cover.address();
        changeCircle.change(
                circles.partner(owner),
                new CircleText(face.name(), face.promise(), face.colour(), path, "en", "Asia/Shanghai"));

        var code = some(owner);
        var door = "/i/" + code;
        assertThat(browser.get().uri(path)).hasStatus(404);
        assertThat(browser.get().uri("/i/" + code)).bodyText().contains(door + cover.address());
        assertThat(browser.get().uri(door + cover.address())).hasStatusOk();
        assertThat(browser.get().uri(door + inside.address())).hasStatus(404);
        assertThat(browser.get().uri("/i/nonsense" + cover.address())).hasStatus(404);
    }

    private static ByteArrayInputStream picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private InvitationId id(Owner owner) {
        return new InvitationId(Ids.parse(
                invitationList.list(owner.member(), null, 1).items().getFirst().id()));
    }

    @Test
    void somebody_new_signs_up_and_joins_on_one_screen() {
        var owner = circles.someHiddenOwner();
        var code = some(owner);
        var email = "new-" + Ids.next() + "@example.org";
        var answer = browser.post()
                .uri("/i/" + code + "/new")
                .param("name", "Newcomer")
                .param("email", email)
                .param("password", "a kettle of oolong")
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(303).hasHeader("Location", "/c/" + SomeCircles.slug(owner));
        assertThat(answer.getResponse().getCookie("s")).isNotNull();
        assertThat(members.named(owner.circle(), List.of("newcomer"))).containsOnlyKeys("newcomer");
    }

    @Test
    void a_sign_up_that_lacks_something_comes_back_on_the_same_screen() {
        var code = some(circles.someHiddenOwner());
        assertThat(browser.post()
                        .uri("/i/" + code + "/new")
                        .param("name", "Newcomer")
                        .param("email", "nonsense")
                        .param("password", "short")
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("email-error", "password-error", "Newcomer");
    }

    /** What never was, is over, is used up or was taken back: the same answer. */
    @Test
    void an_invitation_that_does_not_hold_is_not_found() throws Exception {
        var owner = circles.someHiddenOwner();
        var revoked = make(owner, Role.MEMBER, null, null);
        revokeInvitation.revoke(owner.member(), revoked);
        var usedUp = make(owner, Role.MEMBER, 1, null);
        useInvitation.join(people.someone(), codes.of(usedUp));
        var shortLived = codes.of(make(owner, Role.MEMBER, null, clock.instant().plus(Duration.ofDays(1))));

        for (var code : List.of("nonsense", codes.of(revoked), codes.of(usedUp), "x".repeat(22))) {
            assertThat(browser.get().uri("/i/" + code)).as(code).hasStatus(404);
            assertThatThrownBy(() -> useInvitation.join(people.someone(), code)).hasMessage("page.unknown");
        }
        invited.look(new Visitor(null), shortLived);
        TestClock.at(
                clock.instant().plus(Duration.ofDays(2)),
                () -> assertThatThrownBy(() -> invited.look(new Visitor(null), shortLived))
                        .hasMessage("page.unknown"));
    }

    /** Without the condition in the update both come in. */
    @Test
    void the_last_use_taken_by_several_at_once_lets_one_in() throws Exception {
        var owner = circles.someHiddenOwner();
        var id = make(owner, Role.MEMBER, 1, null);
        var code = codes.of(id);
        var guests = Stream.generate(() -> people.someone()).limit(4).toList();

        var attempts = AtOnce.run(guests.stream()
                .map(guest -> (Callable<Person>) () -> {
                    useInvitation.join(guest, code);
                    return guest;
                })
                .toList());

        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(3).containsOnly("page.unknown");
        assertThat(guests.stream()
                        .filter(guest ->
                                members.card(owner.circle(), guest.account()).isPresent()))
                .hasSize(1);
        assertThat(invitationList.one(owner.member(), id).uses()).isEqualTo(1);
    }

    @Test
    void a_member_who_follows_it_takes_no_use() {
        var owner = circles.someHiddenOwner();
        var id = make(owner, Role.MEMBER, 1, null);
        useInvitation.join(owner.member().person(), codes.of(id));
        assertThat(invitationList.one(owner.member(), id).uses()).isZero();
    }

    @Test
    void guest_experts_are_invited_by_staff() {
        var owner = circles.someHiddenOwner();
        var guest = people.someone();
        useInvitation.join(guest, codes.of(make(owner, Role.GUEST_EXPERT, null, null)));
        assertThat(members.card(owner.circle(), guest.account()).orElseThrow().role())
                .isEqualTo(Role.GUEST_EXPERT);
        assertThatThrownBy(() -> make(owner, Role.ADMIN, null, null)).hasMessage("field.unknown-choice");
    }

    @Test
    void who_may_not_invite_sees_no_invitations() {
        var owner = circles.someOwner();
        var id = make(owner, Role.MEMBER, null, null);
        var member = circles.someMember(owner);
        var path = "/c/" + SomeCircles.slug(owner) + "/manage/invitations";
        assertThat(browser.get().uri(path).cookie(people.cookie(member.person())))
                .hasStatus(403);
        assertThatThrownBy(() -> revokeInvitation.revoke(member, id)).hasMessage("invitation.unknown");
    }

    @Test
    void the_pages_offer_link_code_and_poster() throws Exception {
        var owner = circles.someOwner();
        var cookie = people.cookie(owner.member().person());
        var path = "/c/" + SomeCircles.slug(owner) + "/manage/invitations";
        var made = browser.post()
                .uri(path)
                .param("name", "Flyer")
                .param("life", "week")
                .param("role", "member")
                .cookie(cookie)
                .with(csrf())
                .exchange();
        assertThat(made).hasStatus(303);
        var one = String.valueOf(made.getResponse().getHeader("Location"));
        assertThat(browser.get().uri(path).cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("Flyer");
        assertThat(browser.get().uri(one).cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("/i/", "qr-code", "poster.svg");
        assertThat(browser.get().uri(one + "/poster.svg").cookie(cookie))
                .hasStatusOk()
                .hasHeader("Content-Type", "image/svg+xml")
                .bodyText()
                .startsWith("<svg")
                .contains("Scan to join");
    }

    @Test
    void a_member_whom_the_circle_lets_invite_sees_only_their_own() {
        var owner = circles.someOwner();
        make(owner, Role.MEMBER, null, null);
        Member member = circles.someMember(owner);
        assertThat(invitationList.list(member, null, 10).items()).isEmpty();
        assertThat(invitationList.list(owner.member(), null, 10).items()).hasSize(1);
    }
}
