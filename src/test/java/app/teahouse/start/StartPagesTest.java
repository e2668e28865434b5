package app.teahouse.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class StartPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    ArrangeSteps arrangeSteps;

    @Autowired
    BeginSteps beginSteps;

    @Autowired
    TakeStep takeStep;

    @Autowired
    Steps steps;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    @Test
    void an_owner_begins_with_a_template_and_a_newcomer_takes_the_steps() {
        var owner = circles.someOwner();
        var newcomer = circles.someMember(owner);
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        assertThat(get(owner.member(), "/start")).bodyText().contains("No first steps yet");

        post(owner.member(), "/manage/start/template", "template", "talk");
        post(owner.member(), "/manage/start", "kind", "post", "number", "/c/tea/p/1", "note", "Short and good.");
        assertThat(post(owner.member(), "/manage/start", "kind", "post", "number", "77"))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing that members can see");

        assertThat(get(newcomer, "/start")).bodyText().contains("Choose what you hear of", "Leaves", "Short and good.");
        var open = steps.read(newcomer).done();
        post(newcomer, "/start/" + last(newcomer).key() + "/done");
        assertThat(steps.read(newcomer).done()).isEqualTo(open + 1);
        post(newcomer, "/start/" + last(newcomer).key() + "/done/removal");
        assertThat(steps.read(newcomer).done()).isEqualTo(open);
    }

    @Test
    void what_is_read_or_written_is_taken_by_itself() {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        var newcomer = circles.someMember(owner);
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        arrangeSteps.add(staff, new StepText(StepKind.POST, null, null, 1L));
        arrangeSteps.add(staff, new StepText(StepKind.WRITE, "Say hello", null, null));
        assertThat(steps.read(newcomer).done()).isZero();

        takeStep.finished(newcomer.circle(), newcomer.account(), 1);
        takeStep.finished(newcomer.circle(), newcomer.account(), 1);
        posts.somePost(newcomer, "Hello", "I am new.");

        assertThat(steps.read(newcomer).isDone()).isTrue();
        assertThat(steps.read(owner.member()).steps().getFirst().done()).isFalse();
    }

    @Test
    void steps_keep_one_order_when_two_move_them_at_once() throws Exception {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        beginSteps.begin(staff, StepTemplate.LEARN);
        var first = steps.all(owner.member()).get(0).id();
        var last = steps.all(owner.member()).get(3).id();

        AtOnce.run(List.of(() -> moved(staff, first, false), () -> moved(staff, last, true)));

        assertThat(db.sql("select count(distinct position) from start.step where circle_id = :circle")
                        .with("circle", owner.circle())
                        .one(Long.class))
                .isEqualTo(4);
    }

    @Test
    void two_who_begin_at_once_begin_once() throws Exception {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);

        var tried = AtOnce.run(2, () -> {
            beginSteps.begin(staff, StepTemplate.LEARN);
            return true;
        });

        assertThat(tried.refused()).containsExactly("start.begun");
        assertThat(steps.all(owner.member())).hasSize(4);
    }

    @Test
    void a_step_that_leads_to_something_gone_is_not_shown_to_members() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        arrangeSteps.add(circles.staff(owner), new StepText(StepKind.POST, null, null, 1L));
        post(owner.member(), "/p/1/hiding", "reason", "Not about tea");

        assertThat(steps.read(owner.member()).steps()).isEmpty();
        assertThat(get(owner.member(), "/manage/start")).bodyText().contains("hidden or deleted");
    }

    @Test
    void steps_are_put_in_order_changed_and_removed() {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        beginSteps.begin(staff, StepTemplate.FOLLOW);
        var all = steps.all(owner.member());

        post(owner.member(), "/manage/start/order", "post", all.get(3).key(), "section", "0", "after", "0");
        assertThat(steps.all(owner.member()).getFirst().id())
                .isEqualTo(all.get(3).id());
        post(
                owner.member(),
                "/manage/start/order",
                "post",
                all.get(3).key(),
                "after",
                all.get(1).key());
        assertThat(steps.all(owner.member()).get(2).id()).isEqualTo(all.get(3).id());

        assertThat(post(owner.member(), "/manage/start/" + all.get(0).key(), "title", ""))
                .hasStatus(422);
        post(owner.member(), "/manage/start/" + all.get(0).key(), "title", "Hello there", "note", "Sit down.");
        assertThat(get(owner.member(), "/start")).bodyText().contains("Hello there", "Sit down.");
        post(owner.member(), "/manage/start/" + all.get(0).key() + "/removal");
        assertThat(steps.all(owner.member())).hasSize(3);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> arrangeSteps.step(staff, all.getFirst().id(), true));
    }

    @Test
    void a_path_is_laid_on_the_page_and_swapped_by_htmx() {
        var owner = circles.someOwner();
        var newcomer = circles.someMember(owner);
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        posts.somePost(owner.member(), "Water", "Soft.");

        post(newcomer, "/start/path", "minutes", "10");
        assertThat(get(newcomer, "/start")).bodyText().contains("Your 10 minutes", "Leaves", "Water", "recent");
        assertThat(post(newcomer, "/start/path", "minutes", "11"))
                .hasStatus(422)
                .bodyText()
                .contains("10, 30 or 60");

        var swapped = mvc.post()
                .uri(url(newcomer) + "/start/path/1/swap")
                .cookie(people.cookie(newcomer.person()))
                .header("HX-Request", "true")
                .with(csrf())
                .exchange();
        assertThat(swapped)
                .hasStatus(409)
                .bodyText()
                .contains("Nothing else fits")
                .doesNotContain("<html");
    }

    @Test
    void the_page_keeps_to_six_statements() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Leaves", "Green ones.");
        beginSteps.begin(circles.staff(owner), StepTemplate.LEARN);
        post(owner.member(), "/start/path", "minutes", "10");

        var asked = mvc.get()
                .uri(url(owner.member()) + "/start")
                .cookie(people.cookie(owner.member().person()));
        asked.exchange();
        Db.countFrom0();
        asked.exchange();

        assertThat(Db.statements()).isLessThanOrEqualTo(6);
    }

    private boolean moved(Staff staff, StepId step, boolean up) {
        arrangeSteps.step(staff, step, up);
        return true;
    }

    private StepView last(Member member) {
        return steps.read(member).steps().getLast();
    }

    private MvcTestResult get(Member member, String path) {
        return mvc.get()
                .uri(url(member) + path)
                .cookie(people.cookie(member.person()))
                .exchange();
    }

    private MvcTestResult post(Member member, String path, String... namesAndValues) {
        var asked = mvc.post()
                .uri(url(member) + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        for (var i = 0; i < namesAndValues.length; i += 2) {
            asked.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return asked.exchange();
    }

    private static String url(Member member) {
        return "/c/" + member.face().slug();
    }
}
