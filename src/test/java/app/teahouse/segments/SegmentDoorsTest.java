package app.teahouse.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff put a segment together on a screen and by programs, and narrow the list of members by it. */
@TeahouseTest
class SegmentDoorsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    Facts facts;

    @Autowired
    Db db;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Staff staff;
    Member member;
    String circle = "";
    String api = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        member = circles.someMember(owner);
        circle = "/c/" + SomeCircles.slug(owner);
        api = "/api/v1/circles/" + SomeCircles.slug(owner) + "/segments";
        transaction.executeWithoutResult(
                _ -> facts.refresh(owner.circle(), List.of(owner.account(), member.account()), clock.instant()));
    }

    @Test
    void what_staff_hide_counts_no_more_at_once_and_counts_again_once_they_show_it() {
        var number = posts.somePost(member);
        await().untilAsserted(() -> assertThat(written()).isEqualTo(1));
        assertThat(send("/p/" + number + "/hiding", "reason", "Off topic")).hasStatus(303);
        await().untilAsserted(() -> assertThat(written()).isZero());
        assertThat(send("/p/" + number + "/hiding/removal")).hasStatus(303);
        await().untilAsserted(() -> assertThat(written()).isEqualTo(1));
    }

    private long written() {
        return db.sql("select written from segments.fact where circle_id = :circle and account_id = :account")
                .with("circle", owner.circle())
                .with("account", member.account())
                .one(Long.class);
    }

    private MemberTagId tag(String name) {
        return arrange.make(staff, new ArrangeMemberTags.Wish(Grouping.STAGE, "", name, "jade", ""));
    }

    private MvcTestResult send(String path, String... fields) {
        var request = browser.post()
                .uri(circle + path)
                .cookie(people.cookie(owner.member().person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page(Member reader, String path) throws UnsupportedEncodingException {
        var answer = browser.get()
                .uri(circle + path)
                .cookie(people.cookie(reader.person()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private String bearer() {
        return "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
    }

    private MvcTestResult put(String path, String body) {
        return browser.put()
                .uri(api + path)
                .header("Authorization", bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void rows_come_and_go_and_nothing_is_saved_before_it_is_asked_for() throws Exception {
        var sketch = send(
                "/manage/segments/new",
                "join",
                "all",
                "fact",
                "role",
                "not",
                "is",
                "value",
                "member",
                "more",
                "yes",
                "add",
                "seen");
        assertThat(sketch).hasStatusOk().bodyText().contains("1 member now").contains("value=\"seen\"");
        assertThat(sketch).bodyText().contains(member.standing().alias());
        assertThat(send(
                        "/manage/segments/new",
                        "join",
                        "all",
                        "fact",
                        "role",
                        "not",
                        "is",
                        "value",
                        "member",
                        "remove",
                        "0"))
                .hasStatusOk()
                .bodyText()
                .contains("Add a condition to see who that is.");
        assertThat(send(
                        "/manage/segments/new",
                        "join",
                        "all",
                        "fact",
                        "seen",
                        "not",
                        "is",
                        "value",
                        "never",
                        "show",
                        "yes"))
                .hasStatus(422)
                .bodyText()
                .contains("Please give a number from 1 to 3,650.");
        assertThat(send("/manage/segments/new", "name", "Empty", "join", "all"))
                .hasStatus(422)
                .bodyText()
                .contains("Add at least one condition.");

        var made = send(
                "/manage/segments/new",
                "name",
                "All but me",
                "join",
                "none",
                "fact",
                "role",
                "not",
                "is",
                "value",
                "owner");
        assertThat(made).hasStatus(303);
        var url = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
        assertThat(page(owner.member(), url.substring(circle.length())))
                .contains("All but me")
                .contains(member.standing().alias());
        assertThat(page(owner.member(), "/manage/segments"))
                .contains("All but me")
                .contains("Drifting");
        var key = url.substring(url.lastIndexOf('/') + 1);
        var narrowed = "/members?segment=" + key;
        assertThat(page(owner.member(), narrowed))
                .contains("href=\"" + circle + "/m/" + member.standing().number() + "\"")
                .doesNotContain("class=\"row-title\" href=\"" + circle + "/m/"
                        + owner.member().standing().number() + "\"");
        // Whoever is no staff has the whole list, and no choice of segments.
        assertThat(page(member, narrowed))
                .doesNotContain("All but me")
                .contains("/m/" + owner.member().standing().number());
        assertThat(send("/manage/segments/new", "name", "all BUT me", "join", "all", "fact", "role", "value", "member"))
                .hasStatus(422)
                .bodyText()
                .contains("A segment has this name already.");
        await().untilAsserted(() -> assertThat(db.sql("select kind from log.entry where circle_id = :circle")
                        .with("circle", owner.circle())
                        .all((row, n) -> row.getString(1)))
                .containsExactly("segment_made"));
    }

    @Test
    void what_is_changed_in_a_segment_stands_in_the_log_as_it_was_and_is() throws Exception {
        var made = send(
                "/manage/segments/new",
                "name",
                "Here lately",
                "join",
                "all",
                "fact",
                "seen",
                "not",
                "is",
                "value",
                "14");
        var segment =
                Objects.requireNonNull(made.getResponse().getRedirectedUrl()).replace(circle, "");
        assertThat(send(
                        segment + "/edit",
                        "name",
                        "Here lately",
                        "join",
                        "any",
                        "fact",
                        "seen",
                        "not",
                        "not",
                        "value",
                        "30"))
                .hasStatus(303);
        assertThat(browser.get()
                        .uri(circle + "/manage/log")
                        .cookie(people.cookie(owner.member().person())))
                .bodyText()
                .contains("Conditions: All of: Seen in the last 14 days → Any of: Not seen for 30 days")
                .doesNotContain("Name: Here lately");
    }

    @Test
    void a_condition_that_names_what_is_gone_is_said_not_ignored() throws Exception {
        var design = tag("Design");
        assertThat(send(
                        "/manage/segments/new",
                        "name",
                        "Designers",
                        "join",
                        "any",
                        "fact",
                        "tag",
                        "not",
                        "is",
                        "value",
                        Ids.text(design),
                        "fact",
                        "seen",
                        "not",
                        "not",
                        "value",
                        "14"))
                .hasStatus(303);
        arrange.drop(staff, design);
        var id = db.sql("select segment_id from segments.segment where circle_id = :circle")
                .with("circle", owner.circle())
                .one((row, n) -> new SegmentId(Db.uuid(row, 1)));
        assertThat(page(owner.member(), "/manage/segments/" + Ids.text(id)))
                .contains("A condition names a tag or a plan that is not there any more");
        assertThat(put("/" + Ids.text(id), """
                        {"name":"Designers","join":"any","conditions":[{"fact":"tag","value":"%s"}]}
                        """.formatted(Ids.text(design))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("segment.gone");
        assertThat(put("/" + Ids.text(BuiltIn.LOST.id(owner.circle())), """
                        {"name":"Lost","conditions":[{"fact":"seen","not":true,"value":"9"}]}
                        """)).hasStatus(409);
        assertThat(send("/manage/segments/" + Ids.text(id) + "/removal")).hasStatus(303);
        assertThat(db.sql("select 1 from segments.tally where circle_id = :circle and segment_id = :id")
                        .with("circle", owner.circle())
                        .with("id", id)
                        .exists())
                .isFalse();
    }
}
