package app.teahouse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Role;
import app.teahouse.members.ChangeRole;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class CircleLogTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    ChangeRole changeRole;

    @Autowired
    CircleLog log;

    @Autowired
    MockMvcTester mvc;

    @Test
    void what_was_done_to_a_circle_and_its_members_stands_there_once_the_newest_first() {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        var member = circles.someMember(owner);
        var number = member.standing().number();
        var cookie = people.cookie(owner.member().person());
        var circle = "/c/" + SomeCircles.slug(owner);

        changeRole.change(staff, number, Role.VOLUNTEER);
        assertThat(mvc.post()
                        .uri(circle + "/m/" + number + "/removal")
                        .cookie(cookie)
                        .with(csrf())
                        .param("reason", "Sold umbrellas"))
                .hasStatus(303);
        assertThat(mvc.post()
                        .uri(circle + "/manage/settings/archive")
                        .cookie(cookie)
                        .with(csrf()))
                .hasStatus(303);

        await().untilAsserted(() -> assertThat(log.page(staff, null, 10).items())
                .extracting(LogView::kind, LogView::by, LogView::whose, LogView::reason)
                .containsExactly(
                        tuple("archived", alias(owner.member()), null, ""),
                        tuple("removed", alias(owner.member()), alias(member), "Sold umbrellas"),
                        tuple("role", alias(owner.member()), alias(member), "")));
        var first = log.page(staff, null, 2);
        assertThat(first.items()).hasSize(2);
        assertThat(mvc.get().uri("/api/v1/circles/" + SomeCircles.slug(owner) + "/log"))
                .hasStatus(401);
    }

    private static String alias(app.teahouse.kernel.Member member) {
        return member.standing().alias();
    }
}
