package app.teahouse.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.Posts;
import app.teahouse.content.SomePosts;
import app.teahouse.guard.Closed;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.plans.Plan;
import app.teahouse.testing.TeahouseTest;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A column that a larger plan opens: to whom it is closed, why, and what opens it again. */
@TeahouseTest
class TierTest {
    private static final String WECHAT_ON_IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50";

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePlans plans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    Posts found;

    @Autowired
    WriteColumn writeColumn;

    @Autowired
    Arrange arrange;

    @Autowired
    SetOpening setOpening;

    @Autowired
    SetTier setTier;

    @Autowired
    Tiers tiers;

    @Autowired
    Guard guard;

    @Autowired
    Gate gate;

    @Autowired
    Db db;

    @Autowired
    app.teahouse.circles.Circles known;

    @Autowired
    MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init") // set before each
    private Owner owner;

    @SuppressWarnings("NullAway.Init") // set before each
    private Plan larger;

    @SuppressWarnings("NullAway.Init") // set before each
    private Member member;

    private long column;
    private long post;

    @BeforeEach
    void aColumnOfTheLargerPlan() {
        owner = plans.paidCircle();
        larger = plans.better(owner, "lifetime", 49900, 5);
        member = plans.holder(owner, plans.plan(owner, "monthly", 1900));
        column = column();
        post = posts.somePost(owner.member(), "The inner tea", "Words.");
        arrange.add(speaker(), column, post, null);
        setTier.set(staff(), column, 5);
    }

    @Test
    void who_has_a_smaller_plan_learns_what_opens_it() {
        assertThat(why(member)).contains(Closed.tier(5, "lifetime"));
    }

    @Test
    void who_has_that_plan_or_was_given_everything_reads_it() {
        assertThat(why(plans.holder(owner, larger))).isEmpty();
        assertThat(why(plans.holder(owner, plans.better(owner, "yearly", 90000, 9))))
                .isEmpty();
        assertThat(why(owner.member())).isEmpty();
        role(member, "guest_expert");
        assertThat(why(circles.again(member))).isEmpty();
    }

    @Test
    void an_upgrade_opens_it_at_once_and_a_smaller_plan_closes_it() {
        plans.give(owner, member.account(), larger);
        assertThat(why(circles.again(member))).isEmpty();

        db.sql("update members.membership set tier = 1 where circle_id = :circle and account_id = :account")
                .with("circle", owner.circle())
                .with("account", member.account())
                .run();
        assertThat(why(circles.again(member))).isPresent();
    }

    @Test
    void a_post_that_also_stands_in_an_open_column_is_open() {
        var other = column();
        arrange.add(speaker(), other, post, null);
        assertThat(why(member)).isEmpty();

        setTier.set(staff(), other, 3);
        assertThat(why(member)).contains(Closed.tier(3, "lifetime"));
        arrange.remove(speaker(), other, post);
        assertThat(why(member)).contains(Closed.tier(5, "lifetime"));
    }

    @Test
    void whoever_reaches_it_still_waits_for_its_day() {
        setOpening.column(speaker(), column, new Opening.OnDay(LocalDate.of(2099, 1, 1)));

        assertThat(why(member)).map(Closed::reason).contains(Closed.Reason.TIER);
        assertThat(why(plans.holder(owner, larger))).map(Closed::reason).contains(Closed.Reason.DATE);
    }

    @Test
    void a_draft_closes_nothing_and_neither_does_a_column_that_is_gone() {
        writeColumn.change(speaker(), column, new ColumnText("Inner", "", false, false));
        assertThat(why(member)).isEmpty();

        writeColumn.change(speaker(), column, new ColumnText("Inner", "", false, true));
        assertThat(why(member)).isPresent();
        writeColumn.delete(speaker(), column);
        assertThat(why(member)).isEmpty();
    }

    @Test
    void where_nothing_is_paid_any_more_it_is_open_to_all() {
        db.sql("update circles.circle set price = 'free' where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        known.changed(owner.circle());

        assertThat(why(circles.again(member))).isEmpty();
        assertThat(tiers.choices(owner.circle())).isEmpty();
    }

    @Test
    void without_a_plan_on_sale_that_opens_it_the_level_is_said() {
        db.sql("update plans.plan set state = 'withdrawn' where circle_id = :circle and tier = 5")
                .with("circle", owner.circle())
                .run();

        assertThat(why(member)).contains(Closed.tier(5, null));
        assertThat(page("/columns/" + column)).contains("Opens from level 5 on");
    }

    @Test
    void only_a_level_that_some_plan_has_can_be_asked_for() {
        assertThatThrownBy(() -> setTier.set(staff(), column, 6)).hasMessageContaining("column.tier-unknown");
        assertThatThrownBy(() -> setTier.set(staff(), column, -1)).hasMessageContaining("column.tier-unknown");
        assertThat(tiers.choices(owner.circle())).containsOnlyKeys(5);
        assertThat(tiers.choices(plans.paidCircle().circle())).isEmpty();
    }

    @Test
    void a_guest_expert_does_not_decide_it() {
        role(member, "guest_expert");
        assertThat(mvc.post()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/columns/" + column + "/tier")
                        .param("leastTier", "0")
                        .cookie(people.cookie(member.person()))
                        .with(csrf()))
                .hasStatus(403);
    }

    @Test
    void the_way_to_a_larger_plan_is_shown_where_plans_may_be_sold() {
        assertThat(page("/columns/" + column)).contains("The inner tea", "Opens with “lifetime”", "/pass\"");
        assertThat(page("/p/" + post)).contains("Opens with “lifetime”", "See the plans");
        for (var path : new String[] {"/columns/" + column, "/p/" + post}) {
            assertThat(mvc.get()
                            .uri("/c/" + SomeCircles.slug(owner) + path)
                            .header("User-Agent", WECHAT_ON_IPHONE)
                            .cookie(people.cookie(member.person())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("The inner tea")
                    .doesNotContain("See the plans");
        }
        assertThat(mvc.get()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/columns/" + column + "/opening")
                        .cookie(people.cookie(owner.member().person())))
                .bodyText()
                .contains("“lifetime” and above", "value=\"5\" selected");
    }

    private String page(String path) {
        var answer = mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + path)
                .cookie(people.cookie(member.person()))
                .exchange();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private long column() {
        return writeColumn.begin(speaker(), new ColumnText("Inner", "", false, true));
    }

    private Optional<Closed> why(Member reader) {
        var guarded = found.live(owner.circle(), post).orElseThrow().guarded();
        return Optional.ofNullable(guard.of(Reader.of(reader), guarded).closed());
    }

    private Speaker speaker() {
        return circles.speaker(owner.member(), Surface.POST);
    }

    private Staff staff() {
        return gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner));
    }

    private void role(Member reader, String role) {
        db.sql("update members.membership set role = :role where circle_id = :circle and account_id = :account")
                .with("role", role)
                .with("circle", owner.circle())
                .with("account", reader.account())
                .run();
    }
}
