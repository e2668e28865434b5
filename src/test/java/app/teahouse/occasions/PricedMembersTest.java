package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.ChangePrice;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.web.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** When a free circle costs something, members are told what it means for each of them, and everybody can read why they are out. */
@TeahouseTest
class PricedMembersTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    ChangePrice changePrice;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Person member;
    private Person guest;

    @BeforeEach
    void aFreeCircle() {
        owner = circles.someOwner();
        member = circles.join(owner, people.someone()).person();
        guest = circles.join(owner, people.someone(), Role.GUEST_EXPERT).person();
        somePlans.plan(owner, "monthly", 2900);
    }

    @Test
    void who_stays_for_good_reads_that_it_costs_them_nothing() {
        toPaid(ChangePrice.Choice.KEPT, null);
        told("kept", "");
        assertThat(text(member, "/c/" + slug() + "/pass")).doesNotContain("when its owner made it paid");
        assertThat(text(owner.member().person(), "/c/" + slug() + "/manage/money/price"))
                .contains("One member from before stays free for good.");
        assertThat(letter(member)).contains("you stay for good and pay nothing");
        assertThat(notices(guest)).isEmpty();
        assertThat(notices(owner.member().person())).isEmpty();
    }

    @Test
    void who_stays_until_a_day_reads_which_and_so_do_the_log_and_the_owner() {
        var last = LocalDate.now(owner.member().face().zone()).plusDays(40);
        toPaid(ChangePrice.Choice.PROMISED, last);
        told("promised", last.toString());
        var day = Words.date(Locale.ENGLISH, last);
        assertThat(text(owner.member().person(), "/c/" + slug() + "/manage/money/price"))
                .contains("One member from before is free until " + day);
        await().untilAsserted(() -> assertThat(text(owner.member().person(), "/c/" + slug() + "/manage/log"))
                .contains("free until " + day));
        assertThat(letter(member)).contains("You pay nothing until", "nothing is charged by itself");
    }

    @Test
    void who_has_to_choose_a_plan_reads_why_at_the_door_and_on_their_own_page() {
        toPaid(ChangePrice.Choice.PAY, null);
        told("pay", "");
        assertThat(text(member, "/c/" + slug() + "/about")).contains("when its owner made it paid", "¥29");
        assertThat(text(member, "/c/" + slug() + "/pass"))
                .contains("when its owner made it paid", "¥29")
                .doesNotContain("You need none");
        assertThat(text(people.someone(), "/c/" + slug() + "/about")).doesNotContain("when its owner made it paid");
        assertThat(text(guest, "/c/" + slug() + "/pass")).doesNotContain("when its owner made it paid");
        assertThat(text(owner.member().person(), "/c/" + slug() + "/manage/money/price"))
                .contains("One member from before has not chosen a plan yet");
        assertThat(letter(member)).contains("choose a plan when you come next");

        changePrice.toFree(somePlans.partner(owner));
        assertThat(text(member, "/c/" + slug() + "/pass")).doesNotContain("when its owner made it paid");
    }

    private void toPaid(ChangePrice.Choice choice, @Nullable LocalDate until) {
        changePrice.toPaid(somePlans.partner(owner), choice, until);
        jobs.run("passes.turn-members", Instant.now());
        jobs.run("passes.turn-members", Instant.now());
    }

    private void told(String means, String last) {
        await().untilAsserted(() -> assertThat(notices(member)).containsExactly("circle_paid " + means + " " + last));
        assertThat(text(member, "/notifications")).contains("is a paid circle now");
    }

    private String letter(Person person) {
        return String.join(
                "", jdbc.queryForList("""
                        select body_text
                          from mail.message
                         where kind = 'occasions.letter.priced'
                           and recipient = (select email from accounts.account where account_id = ?)
                        """, String.class, person.account().value()));
    }

    private List<String> notices(Person person) {
        return jdbc.queryForList(
                "select kind || ' ' || detail || ' ' || excerpt from notify.notice where account_id = ?",
                String.class,
                person.account().value());
    }

    private String slug() {
        return SomeCircles.slug(owner);
    }

    private String text(Person reader, String url) {
        var answer = mvc.get().uri(url).cookie(people.cookie(reader)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
