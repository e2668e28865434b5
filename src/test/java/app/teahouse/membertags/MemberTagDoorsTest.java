package app.teahouse.membertags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Member tags on pages and by programs: staff arrange and give them, members see their own where they may. */
@TeahouseTest
@Tag("once")
class MemberTagDoorsTest {
    @Autowired
    MemberTags tags;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Member member;
    String circle = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
        circle = "/c/" + SomeCircles.slug(owner);
    }

    private MvcTestResult send(Member who, String path, String... fields) {
        var request =
                browser.post().uri(path).cookie(people.cookie(who.person())).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page(Member who, String path) throws UnsupportedEncodingException {
        var answer = browser.get().uri(path).cookie(people.cookie(who.person())).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private MemberTag made(String group, String name) {
        send(
                owner.member(),
                circle + "/manage/member-tags",
                "grouping",
                group,
                "heading",
                "City",
                "name",
                name,
                "colour",
                "plum",
                "description",
                "Ask <them>");
        return tags.all(owner.circle()).stream()
                .filter(tag -> tag.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void several_get_tags_from_the_list_and_one_loses_them_on_their_page() throws UnsupportedEncodingException {
        var design = made("expertise", "Design");
        var suzhou = made("custom", "Suzhou");
        assertThat(page(owner.member(), circle + "/manage/member-tags"))
                .contains("Expertise", "City", "Design", "Ask &lt;them&gt;");
        var mine = String.valueOf(member.standing().number());
        assertThat(page(owner.member(), circle + "/manage/member-tags/giving?m=" + mine))
                .contains(member.standing().alias(), "Suzhou");

        assertThat(send(
                        owner.member(),
                        circle + "/manage/member-tags/giving",
                        "m",
                        mine,
                        "give",
                        design.key(),
                        "give",
                        suzhou.key()))
                .hasStatus(303);
        assertThat(page(owner.member(), circle + "/manage/member-tags/" + design.key()))
                .contains(member.standing().alias());
        var sheet = circle + "/m/" + mine;
        assertThat(page(owner.member(), sheet)).contains("Design", "Suzhou");
        assertThat(page(member, sheet)).doesNotContain("Suzhou", "Design");

        assertThat(send(owner.member(), sheet + "/tags", "take", design.key())).hasStatus(303);
        assertThat(tags.of(owner.circle(), member.account()))
                .extracting(worn -> worn.tag().name())
                .containsExactly("Suzhou");
    }

    @Test
    void a_member_suggests_what_they_know_and_sees_it_when_staff_agree() throws UnsupportedEncodingException {
        var design = made("expertise", "Design");
        var sheet = circle + "/m/" + member.standing().number();
        send(owner.member(), circle + "/manage/member-tags/choice", "own", "true");
        assertThat(page(member, sheet)).contains("My expertise", "Design");
        assertThat(send(member, circle + "/membership/tags", "tag", design.key()))
                .hasStatus(303);
        assertThat(page(member, sheet)).contains("Waits for staff");
        assertThat(page(owner.member(), circle + "/manage/member-tags"))
                .contains("Suggested by members", member.standing().alias());
        assertThat(page(owner.member(), circle + "/manage"))
                .contains("Expertise that members suggest", member.standing().alias());
        assertThat(send(
                        owner.member(),
                        circle + "/manage/member-tags/" + design.key() + "/wishes/"
                                + member.standing().number(),
                        "answer",
                        "yes"))
                .hasStatus(303);
        assertThat(page(member, sheet)).doesNotContain("Waits for staff").contains("Design");
        assertThat(page(owner.member(), circle + "/manage")).doesNotContain("Expertise that members suggest");

        var law = made("expertise", "Law");
        send(member, circle + "/membership/tags", "tag", law.key());
        send(
                owner.member(),
                circle + "/manage/member-tags/" + law.key() + "/wishes/"
                        + member.standing().number(),
                "answer",
                "no");
        assertThat(page(member, sheet)).contains("Staff declined it");
    }

    @Test
    void programs_do_the_same() {
        var api = "/api/v1/circles/" + SomeCircles.slug(owner);
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
        var answer = browser.post()
                .uri(api + "/member-tags")
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"group\":\"expertise\",\"name\":\"Design\"}")
                .exchange();
        assertThat(answer).hasStatus(201);
        var design = tags.all(owner.circle()).getFirst();
        assertThat(answer).bodyJson().extractingPath("$.id").isEqualTo(design.key());
        var mine = api + "/members/" + member.standing().number() + "/tags";
        for (var round = 0; round < 2; round++) {
            assertThat(browser.put().uri(mine + "/" + design.key()).header("Authorization", token))
                    .hasStatus(204);
        }
        assertThat(browser.get().uri(mine).header("Authorization", token))
                .bodyJson()
                .extractingPath("$.items[0].tag.members")
                .isEqualTo(1);
        assertThat(browser.get().uri(api + "/member-tags").cookie(people.cookie(member.person())))
                .hasStatus4xxClientError();
    }
}
