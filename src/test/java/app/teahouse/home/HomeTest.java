package app.teahouse.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class HomeTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    WhatIsNew whatIsNew;

    @Autowired
    FirstSteps firstSteps;

    @Autowired
    UnansweredPosts unansweredPosts;

    @Autowired
    Gate gate;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Test
    void a_visitor_finds_circles_to_discover_and_no_hidden_ones() {
        var listed = circles.someOwner();
        var hidden = circles.someHiddenOwner();

        assertThat(mvc.get().uri("/")).hasStatusOk().bodyText().contains("/c/" + SomeCircles.slug(listed));
        assertThat(mvc.get().uri("/discover"))
                .hasStatusOk()
                .bodyText()
                .contains("/c/" + SomeCircles.slug(listed))
                .doesNotContain("/c/" + SomeCircles.slug(hidden));
    }

    @Test
    void the_guide_for_owners_reads_in_both_languages() {
        assertThat(mvc.get().uri("/guide")).hasStatusOk().bodyText().contains("Your first half hour");
        assertThat(mvc.get().uri("/guide").header("Accept-Language", "zh-CN").locale(Locale.SIMPLIFIED_CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("最初的半小时", "<table")
                .doesNotContain("owners-guide");
    }

    @Test
    void what_is_new_comes_by_circle_with_the_place_where_the_reader_stopped() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "Old", "Read by nobody who came later");
        var member = circles.someMember(owner);
        posts.somePost(owner.member(), "New", "Fresh leaves");

        var news = whatIsNew.of(member.person()).news().getFirst();

        assertThat(news.circle().unread()).isEqualTo(1);
        assertThat(news.posts()).extracting(CircleNews.Post::title).containsExactly("New", "Old");
        assertThat(news.posts()).extracting(CircleNews.Post::unread).containsExactly(true, false);
        assertThat(news.stoppedAfter()).isEqualTo(1);
        assertThat(mvc.get().uri("/").cookie(people.cookie(member.person())))
                .hasStatusOk()
                .bodyText()
                .contains("Fresh leaves", "stopped");
    }

    @Test
    void the_front_page_keeps_to_six_statements() {
        var owner = circles.someOwner();
        for (var i = 0; i < 3; i++) {
            posts.somePost(owner.member());
        }
        var cookie = people.cookie(owner.member().person());
        mvc.get().uri("/").cookie(cookie).exchange();

        Db.countFrom0();
        assertThat(mvc.get().uri("/").cookie(cookie)).hasStatusOk();

        assertThat(Db.statements()).isLessThanOrEqualTo(6);
    }

    @Test
    void somebody_without_circles_is_shown_first_steps() {
        var cookie = people.cookie(people.someone());

        assertThat(mvc.get().uri("/").cookie(cookie)).hasStatusOk().bodyText().contains("todo", "/discover");
        assertThat(mvc.get().uri("/me").cookie(cookie)).hasStatusOk();
        assertThat(mvc.get().uri("/write").cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/discover\"", "href=\"/new\"");
    }

    @Test
    void who_has_one_circle_writes_there() {
        var owner = circles.someOwner();

        assertThat(mvc.get().uri("/write").cookie(people.cookie(owner.member().person())))
                .hasStatus(303)
                .headers()
                .hasValue("Location", "/c/" + SomeCircles.slug(owner) + "/write");
    }

    @Test
    void first_steps_follow_what_was_really_done() {
        var owner = circles.someOwner();
        var staff = staff(owner.member().person(), SomeCircles.slug(owner));
        assertThat(firstSteps.steps(staff).percent()).isZero();

        for (var i = 0; i < 3; i++) {
            posts.somePost(owner.member());
        }
        for (var i = 0; i < 5; i++) {
            circles.someMember(owner);
        }

        assertThat(firstSteps.steps(staff).doneSteps()).isEqualTo(2);
        assertThat(firstSteps.steps(staff).next()).isEqualTo("cover");
    }

    @Test
    void who_founds_a_paid_circle_is_led_to_a_plan_and_a_way_and_nobody_comes_in_before() {
        var founder = people.someone();
        var answer = mvc.post()
                .uri("/new")
                .param("name", "Paid " + founder.account().value())
                .param("promise", "We drink tea.")
                .param("type", "paid")
                .cookie(people.cookie(founder))
                .with(csrf())
                .exchange();
        var to = String.valueOf(answer.getResponse().getHeader("Location"));
        assertThat(to).endsWith("/manage/money/plans/new");
        var slug = to.split("/")[2];
        var staff = staff(founder, slug);
        assertThat(firstSteps.steps(staff).steps())
                .extracting(FirstStepsView.Step::key)
                .containsExactly("cover", "about", "plan", "way", "posts", "invite");
        assertThat(mvc.post()
                        .uri("/c/" + slug + "/membership")
                        .cookie(people.cookie(people.someone()))
                        .with(csrf()))
                .hasStatus(409);

        var made = mvc.post()
                .uri("/c/" + slug + "/manage/money/plans")
                .param("name", "A year")
                .param("kind", "yearly")
                .param("price", "199")
                .param("currency", "KWD")
                .param("onSale", "true")
                .cookie(people.cookie(founder))
                .with(csrf())
                .exchange();
        assertThat(made.getResponse().getHeader("Location")).contains("/manage/money/");
        assertThat(firstSteps.steps(staff).steps().get(2).isDone()).isTrue();
    }

    @Test
    void a_members_post_without_an_answer_waits_for_the_staff_after_a_day() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var staff = staff(owner.member().person(), SomeCircles.slug(owner));
        posts.somePost(member, "Which water?", "Mine is hard.");
        posts.somePost(owner.member(), "Mine", "Nobody need answer the owner");
        assertThat(unansweredPosts.unanswered(staff)).isEmpty();

        var tomorrow = clock.instant().plus(Duration.ofHours(25));
        List<Waiting> waiting = TestClock.at(tomorrow, () -> unansweredPosts.unanswered(staff));

        assertThat(waiting).extracting(Waiting::title).containsExactly("Which water?");
        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner) + "/manage").cookie(people.cookie(member.person())))
                .hasStatus(403);
    }

    @Test
    void today_shows_its_cards_to_the_staff() {
        var owner = circles.someOwner();

        assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage")
                        .cookie(people.cookie(owner.member().person())))
                .hasStatusOk()
                .bodyText()
                .contains("class=\"ring\"", "/manage/invitations");
    }

    private Staff staff(app.teahouse.kernel.Person person, String slug) {
        return gate.staff(new Visitor(person), slug);
    }
}
