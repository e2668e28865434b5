package app.teahouse.gifts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.Order;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.tokens.SomeTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A circle that sells cards, and somebody who gives one. */
abstract class GiftPagesGround {
    static final String WECHAT_IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.53";

    @Autowired
    SomeGifts some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SomePayments payments;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    Owner owner;

    Plan year;

    Person giver;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        year = somePlans.plan(owner, "yearly", 19900);
        giver = people.someone("Lin");
    }

    /** What the page says after the form. */
    String giveBack(Order order, String amount) {
        var page = "/c/" + SomeCircles.slug(owner) + "/manage/money/gifts/" + Ids.text(order.id());
        var cookie = people.cookie(owner.member().person());
        var answer = mvc.post()
                .uri(page + "/refund")
                .cookie(cookie)
                .with(csrf())
                .param("number", "1")
                .param("amount", amount)
                .param("reason", "With regret")
                .exchange();
        var next = mvc.get()
                .uri(page)
                .cookie(cookie, Objects.requireNonNull(answer.getResponse().getCookie("flash")))
                .exchange();
        return new String(next.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    long refunded() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select coalesce(sum(amount), 0) from payments.refund where circle_id = ?",
                Long.class,
                owner.circle().value()));
    }

    List<String> notices(Person person) {
        return jdbc.queryForList(
                "select kind || ' ' || detail from notify.notice where account_id = ?",
                String.class,
                person.account().value());
    }

    String buying() {
        return "/c/" + SomeCircles.slug(owner) + "/plans/" + year.number() + "/gift";
    }
}
