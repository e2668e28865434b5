package app.teahouse.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.ColumnText;
import app.teahouse.columns.WriteColumn;
import app.teahouse.content.PostId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class HomeworkPagesTest {
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\")";

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SomeHomework homework;

    @Autowired
    WriteColumn writeColumn;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    @Test
    void a_task_in_a_course_is_handed_in_graded_and_done() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var column = writeColumn.begin(
                circles.speaker(owner.member(), Surface.POST), new ColumnText("Green tea", "Leaf to cup.", true, true));
        post(owner.member(), "/manage/columns/" + column + "/sections", "name", "The end");
        assertThat(get(owner.member(), "/manage/homework/new?column=" + column))
                .bodyText()
                .contains("Green tea");
        var made = post(
                owner.member(),
                "/manage/homework",
                "id",
                Ids.text(new PostId(Ids.next())),
                "title",
                "Brew a pot",
                "text",
                "Say how it went.",
                "column",
                Long.toString(column),
                "graceHours",
                "24",
                "resubmissions",
                "1",
                "peers",
                "after",
                "scale",
                "pass",
                "dueOn",
                "2099-05-01");
        assertThat(made).headers().hasValue("Location", url(owner) + "/p/1");

        assertThat(get(member, "/columns/" + column))
                .bodyText()
                .containsSubsequence("The end", "Brew a pot", "homework", "Until ");
        assertThat(get(member, "/homework")).bodyText().contains("Brew a pot", "Open");
        assertThat(get(member, "/p/1")).bodyText().contains("Hand in", "/p/1/homework", "Done when homework");
        assertThat(post(member, "/p/1/done")).hasStatus(409);
        assertThat(get(member, "/p/1/homework/submissions")).hasStatus(403);
        assertThat(post(member, "/p/1/homework", "text", " ", "seen", "0")).hasStatus(422);
        assertThat(post(member, "/p/1/homework", "text", "It was green.", "seen", "0"))
                .headers()
                .hasValue("Location", url(owner) + "/p/2");
        assertThat(get(member, "/columns/" + column)).bodyText().contains("0 of 1 done");

        assertThat(get(owner.member(), "/manage")).bodyText().contains("1 piece of homework waits");
        assertThat(get(owner.member(), "/manage/homework")).bodyText().contains("It was green.");
        assertThat(get(owner.member(), "/manage/homework/2")).bodyText().contains("It was green.", "Passed");
        assertThat(post(
                        owner.member(),
                        "/manage/homework/2",
                        "grade",
                        "pass",
                        "remark",
                        "Warm the cup.",
                        "version",
                        "1"))
                .headers()
                .hasValue("Location", url(owner) + "/manage/homework");
        assertThat(get(member, "/columns/" + column)).bodyText().contains("1 of 1 done");
        assertThat(get(member, "/p/2")).bodyText().contains("It was green.", "Passed", "Warm the cup.");
        assertThat(get(member, "/homework?show=graded")).bodyText().contains("Brew a pot", "Passed");
        await().untilAsserted(() -> assertThat(get(member.person(), "/notifications"))
                .bodyText()
                .contains("graded your homework: Passed", "Warm the cup."));

        assertThat(post(owner.member(), "/manage/homework/2", "grade", "again", "version", "1"))
                .hasStatus(409)
                .bodyText()
                .contains("graded this meanwhile");
        post(owner.member(), "/manage/homework/2/removal");
        assertThat(get(member, "/columns/" + column)).bodyText().contains("0 of 1 done");
        await().untilAsserted(() ->
                assertThat(get(owner.member(), "/manage/homework/2")).bodyText().contains("(taken back)"));
    }

    /** Lists, counters and doors of posts know nothing of it, and its page opens to whom the task's terms say. */
    @Test
    void what_was_handed_in_stands_in_no_list_and_opens_to_those_who_may() {
        var owner = circles.someOwner();
        var task = homework.task(owner);
        var author = circles.someMember(owner);
        var peer = circles.someMember(owner);
        var expert = circles.join(owner, people.someone(), Role.GUEST_EXPERT);
        var secret = "Zinnoberrot";
        var number = homework.handIn(author, task, secret).number();
        var page = "/p/" + number;

        for (var path : new String[] {
            "",
            "?order=newest",
            "?filter=unread",
            "/library",
            "/highlights",
            "/m/" + author.standing().number(),
            "/search?q=" + secret,
            "/feed.atom"
        }) {
            assertThat(get(owner.member(), path)).as(path).bodyText().doesNotContain(secret + "<", page + "\"");
        }
        assertThat(get(owner.member(), page)).hasStatusOk().bodyText().contains(secret);
        assertThat(get(author, page)).hasStatusOk().bodyText().contains(secret);
        assertThat(get(peer, page))
                .hasStatusOk()
                .bodyText()
                .contains("handed in")
                .doesNotContain(secret);
        assertThat(get(expert, page)).bodyText().doesNotContain(secret);
        assertThat(post(peer, page + "/comments", "text", "Nice", "form", Ids.text(new PostId(Ids.next()))))
                .hasStatus(403);
        assertThat(post(peer, page + "/reaction", "kind", "like")).hasStatus(403);
        assertThat(get(peer, page + "/history")).hasStatus(403);
        for (var act : new String[] {"/pin", "/highlight", "/preview", "/saved"}) {
            assertThat(post(owner.member(), page + act)).as(act).hasStatus(404);
        }
        assertThat(get(author, page + "/edit")).bodyText().doesNotContain("nothing");
        assertThat(post(author, page + "/edit", "text", "Other", "edits", "0")).hasStatus(409);

        homework.handIn(peer, task, "Mine");
        assertThat(get(peer, page)).bodyText().contains(secret);
        assertThat(post(peer, page + "/comments", "text", "Nice", "form", Ids.text(new PostId(Ids.next()))))
                .hasStatus(303);
        assertThat(post(peer, page + "/reaction", "kind", "like")).hasStatus(303);
        assertThat(get(peer, page)).bodyText().contains("Nice").doesNotContain("Waits for a grade");

        assertThat(post(owner.member(), page + "/hiding", "reason", "Rude")).hasStatus(303);
        assertThat(get(peer, page)).hasStatus(404);
        assertThat(get(author, page)).bodyText().contains("Rude");
        assertThat(post(author, "/p/" + task + "/homework", "text", "Other", "seen", "1"))
                .hasStatus(409);
        assertThat(post(owner.member(), page + "/hiding/removal")).hasStatus(303);
        assertThat(get(owner.member(), "?order=newest")).bodyText().doesNotContain(secret);
        assertThat(post(author, page + "/deletion")).hasStatus(303);
        assertThat(get(peer, page)).hasStatus(404);
        assertThat(get(owner.member(), "/p/" + task + "/homework/missing"))
                .bodyText()
                .contains("/m/" + author.standing().number());
        assertThat(post(author, page + "/restoration")).hasStatus(303);
        assertThat(get(owner.member(), "?order=newest")).bodyText().doesNotContain(secret);
        assertThat(get(peer, page)).bodyText().contains(secret);
    }

    @Test
    void those_who_handed_in_nothing_are_listed_reminded_and_exported_as_text() {
        var owner = circles.someOwner();
        var task = homework.task(owner);
        var sly = circles.someMember(owner);
        var open = circles.someMember(owner);
        db.sql("update members.membership set alias = :name where circle_id = :circle and account_id = :account")
                .with("name", FORMULA)
                .with("circle", sly.circle())
                .with("account", sly.account())
                .run();
        homework.handIn(sly, task, "My answer");
        var door = "/p/" + task + "/homework";

        assertThat(get(open, door + "/missing")).hasStatus(403);
        assertThat(get(open, door + "/table")).hasStatus(403);
        assertThat(post(owner.member(), door + "/reminder")).hasStatus(303);
        assertThat(get(owner.member(), door + "/missing")).bodyText().contains("Reminded by Owner");
        await().untilAsserted(() ->
                assertThat(get(open.person(), "/notifications")).bodyText().contains("reminds you of your homework"));
        assertThat(get(owner.member(), door + "/table"))
                .hasStatusOk()
                .bodyText()
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\","
                        + sly.standing().number() + ",handed_in,")
                .contains("," + open.standing().number() + ",missing,");
    }

    @Test
    void the_pages_keep_to_six_statements() {
        var owner = circles.someOwner();
        var task = homework.task(owner);
        for (var i = 0; i < 3; i++) {
            homework.handIn(circles.someMember(owner), task, "Answer " + i);
        }
        var paths = new String[] {
            "/homework",
            "/manage/homework",
            "/manage/homework/2",
            "/p/" + task + "/homework/submissions",
            "/p/" + task + "/homework/missing",
            "/highlights",
            "/manage/highlights"
        };

        for (var path : paths) {
            get(owner.member(), path);
            var cookie = people.cookie(owner.member().person());
            mvc.get().uri(url(owner) + path).cookie(cookie).exchange();
            Db.countFrom0();
            assertThat(mvc.get().uri(url(owner) + path).cookie(cookie)).hasStatusOk();
            assertThat(Db.statements()).as(path).isLessThanOrEqualTo(6);
        }
    }

    private static String url(Owner owner) {
        return "/c/" + SomeCircles.slug(owner);
    }

    private MvcTestResult get(Member member, String path) {
        return get(member.person(), "/c/" + member.face().slug() + path);
    }

    private MvcTestResult get(Person person, String path) {
        return mvc.get().uri(path).cookie(people.cookie(person)).exchange();
    }

    private MvcTestResult post(Member member, String path, String... fields) {
        var request = mvc.post()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
