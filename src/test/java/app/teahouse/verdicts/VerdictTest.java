package app.teahouse.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.circles.Circle;
import app.teahouse.kernel.Ids;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the operator decides about a circle, and what its owner may say to it. */
@TeahouseTest
class VerdictTest extends VerdictGround {
    @Autowired
    Appeal appeal;

    @Autowired
    ThawCircles thawCircles;

    @Test
    void a_freeze_ends_on_its_day_and_all_are_told_of_both() {
        make(Verdict.Kind.FROZEN, 3);
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.broadcast where circle_id = ?",
                        String.class,
                        owner.circle().value()))
                .contains("circle_frozen"));
        thawCircles.step(Instant.now().plus(Duration.ofDays(2)));
        assertThat(circle().state()).isEqualTo(Circle.State.FROZEN);
        thawCircles.step(Instant.now().plus(Duration.ofDays(4)));
        assertThat(circle().state()).isEqualTo(Circle.State.ACTIVE);
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.broadcast where circle_id = ?",
                        String.class,
                        owner.circle().value()))
                .contains("circle_resumed"));
    }

    @Test
    void an_owner_appeals_where_they_read_why_and_the_operator_answers_and_takes_it_back() throws Exception {
        var id = make(Verdict.Kind.FROZEN, null);
        var url = "/c/" + SomeCircles.slug(owner) + "/manage/verdicts/" + Ids.text(id);
        assertThat(page(url, owner.member().person())).contains("Fakes", "Send to the operator");
        assertThat(browser.post()
                        .uri(url + "/lines")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf())
                        .param("text", "They are replicas, and sold as such"))
                .hasStatus(303);
        assertThat(page("/site/verdicts", desk)).contains("Appeal waits", "for you)");
        assertThat(page("/site/circles/" + owner.circle().value() + "/verdicts/" + Ids.text(id), desk))
                .contains("They are replicas");

        appeal.answer(operator, owner.circle(), id, "Then say so in the rules");
        assertThat(page(url, owner.member().person())).contains("Then say so in the rules");
        endVerdict.end(operator, owner.circle(), id, "Settled", false);
        assertThatThrownBy(() -> endVerdict.end(operator, owner.circle(), id, "Again", false))
                .hasMessage("verdict.over");
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select detail from notify.notice where account_id = ? and kind = 'circle_warned'",
                        String.class,
                        owner.account().value()))
                .contains("frozen", "answered", "frozen-ended"));
    }

    @Test
    void a_closed_circle_is_read_by_its_members_until_its_day_and_only_the_operator_thinks_again() throws Exception {
        assertThatThrownBy(() -> make(Verdict.Kind.CLOSED, 3)).hasMessage("field.range");
        var id = make(Verdict.Kind.CLOSED, 30);
        var slug = SomeCircles.slug(owner);
        assertThat(page("/site/circles/" + owner.circle().value() + "/verdicts", desk))
                .contains("value=\"warned\"", "It is closed")
                .doesNotContain("value=\"frozen\"", "value=\"closed\"");
        assertThat(page("/c/" + slug, member.person())).contains("closes this circle");
        assertThat(browser.get().uri("/c/" + slug + "/about")).hasStatus(404);
        assertThat(browser.post()
                        .uri("/c/" + slug + "/manage/settings/deletion/end")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/c/" + slug + "/manage/export")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf()))
                .hasStatus(303);
        endVerdict.end(operator, owner.circle(), id, "A mistake", false);
        assertThat(circle().state()).isEqualTo(Circle.State.ACTIVE);
        assertThat(circle().deleteAt()).isNull();
    }
}
