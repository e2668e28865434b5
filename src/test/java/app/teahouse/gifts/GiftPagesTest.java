package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.kernel.Ids;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** What givers, receivers and owners see of presents, on pages and by programs. */
@TeahouseTest
class GiftPagesTest extends GiftPagesGround {
    @Test
    void the_sum_and_the_last_day_stand_before_the_button() {
        mvc.get()
                .uri(buying() + "?cards=3")
                .cookie(people.cookie(giver))
                .assertThat()
                .hasStatusOk()
                .bodyText()
                .contains("597.00", "name=\"amount\" value=\"59700\"", "72 hours");
        mvc.post()
                .uri(buying())
                .cookie(people.cookie(giver))
                .with(csrf())
                .param("cards", "3")
                .param("amount", "19900")
                .param("currency", "CNY")
                .param("from", "Lin")
                .assertThat()
                .hasStatus(409);
        mvc.post()
                .uri(buying())
                .cookie(people.cookie(giver))
                .with(csrf())
                .param("cards", "51")
                .param("from", "")
                .assertThat()
                .hasStatus(422);
    }

    @Test
    void in_wechat_on_iphones_nothing_is_sold_and_a_card_works() {
        var code = some.code(some.buy(owner, giver, year, 1));
        for (var path : new String[] {buying(), "/c/" + SomeCircles.slug(owner) + "/gifts"}) {
            mvc.get()
                    .uri(path)
                    .header("User-Agent", WECHAT_IPHONE)
                    .cookie(people.cookie(giver))
                    .assertThat()
                    .hasStatus(404);
        }
        mvc.post()
                .uri(buying())
                .header("User-Agent", WECHAT_IPHONE)
                .cookie(people.cookie(giver))
                .with(csrf())
                .param("cards", "1")
                .param("from", "Lin")
                .assertThat()
                .hasStatus(404);
        mvc.get()
                .uri("/g/" + code)
                .header("User-Agent", WECHAT_IPHONE)
                .assertThat()
                .hasStatusOk()
                .bodyText()
                .contains("For you", "Lin")
                .doesNotContain("199", "¥");
        var friend = people.someone("Mei");
        mvc.post()
                .uri("/g/" + code)
                .header("User-Agent", WECHAT_IPHONE)
                .cookie(people.cookie(friend))
                .with(csrf())
                .assertThat()
                .hasStatus(303);
        assertThat(some.isMember(owner, friend)).isTrue();
    }

    @Test
    void a_card_of_a_hidden_circle_shows_its_circle_and_a_wrong_code_nothing() {
        var code = some.code(some.buy(owner, giver, year, 1));
        jdbc.update(
                "update circles.circle set visibility = 'hidden', join_mode = 'invitation' where circle_id = ?",
                owner.circle().value());
        mvc.get()
                .uri("/g/" + code.toLowerCase(java.util.Locale.ROOT))
                .assertThat()
                .hasStatusOk();
        mvc.get().uri("/g/" + "A".repeat(28)).assertThat().hasStatus(404);
        mvc.get().uri("/g?code=nothing").assertThat().hasStatusOk().bodyText().contains("no such gift card");
        mvc.get().uri("/g?code={code}", Codes.readable(code)).assertThat().hasStatus(303);
    }

    @Test
    void the_giver_is_told_and_sees_who_used_it_only_as_one_of_the_circle() {
        var order = some.buy(owner, giver, year, 2);
        var friend = people.someone("Meimei Friend");
        some.redeem(friend, some.code(order));
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind from notify.notice where account_id = ?",
                        String.class,
                        giver.account().value()))
                .containsExactly("gift_used"));
        var page = "/me/gifts/" + Ids.text(order.id());
        mvc.get()
                .uri(page)
                .cookie(people.cookie(giver))
                .assertThat()
                .bodyText()
                .contains("/g/" + some.code(order, 2))
                .doesNotContain("Meimei Friend", some.code(order, 1));
        some.redeem(giver, some.code(order, 2));
        mvc.get().uri(page).cookie(people.cookie(giver)).assertThat().bodyText().contains("Meimei Friend");
        mvc.get().uri(page).cookie(people.cookie(friend)).assertThat().hasStatus(404);
        mvc.get()
                .uri("/me/gifts")
                .cookie(people.cookie(giver))
                .assertThat()
                .bodyText()
                .contains("2 used");
        mvc.get()
                .uri("/me/orders")
                .cookie(people.cookie(giver))
                .assertThat()
                .bodyText()
                .contains("A present");
    }

    @Test
    void the_owner_sees_what_was_sold_and_no_codes() {
        var order = some.buy(owner, giver, year, 2);
        var manage = "/c/" + SomeCircles.slug(owner) + "/manage/money/";
        var cookie = people.cookie(owner.member().person());
        mvc.get().uri(manage + "gifts").cookie(cookie).assertThat().bodyText().contains("398.00", "2 not used");
        mvc.get()
                .uri(manage + "gifts/" + Ids.text(order.id()))
                .cookie(cookie)
                .assertThat()
                .bodyText()
                .contains("199.00")
                .doesNotContain(some.code(order), Codes.readable(some.code(order)));
        mvc.get()
                .uri(manage + "orders/" + Ids.text(order.id()))
                .cookie(cookie)
                .assertThat()
                .hasStatusOk();
        mvc.post()
                .uri(manage + "gifts/" + Ids.text(order.id()) + "/refund")
                .cookie(cookie)
                .with(csrf())
                .param("number", "2")
                .param("reason", "With regret")
                .assertThat()
                .hasStatus(303);
        assertThat(some.cards(order).get(1).state()).isEqualTo(Card.State.RETURNED);
        mvc.get()
                .uri(manage + "gifts/unused")
                .cookie(cookie)
                .assertThat()
                .bodyText()
                .contains("199.00");
    }

    @Test
    void programs_buy_list_and_use() {
        var token = tokens.some(giver, "read", "write");
        var body = "{\"plan\": " + year.number() + ", \"cards\": 2, \"amount\": 39800, \"currency\": \"CNY\"}";
        var uri = "/api/v1/circles/" + SomeCircles.slug(owner) + "/gifts";
        mvc.post()
                .uri(uri)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .assertThat()
                .hasStatus(422);
        for (var i = 0; i < 2; i++) {
            mvc.post()
                    .uri(uri)
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", "present")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body)
                    .assertThat()
                    .hasStatus(201)
                    .bodyJson()
                    .extractingPath("amount")
                    .isEqualTo(39800);
        }
        var order = some.place(owner, giver, new BuyGift.Wish(year.number(), 2, giver.name(), "", null));
        var checkout = java.util.Objects.requireNonNull(order.checkout());
        mvc.get()
                .uri("/api/v1/me/gifts/" + order.id().value())
                .header("Authorization", "Bearer " + token)
                .assertThat()
                .bodyJson()
                .extractingPath("checkout")
                .isEqualTo(Ids.text(checkout));
        payments.pay(owner.circle(), checkout);
        mvc.get()
                .uri("/api/v1/me/gifts/" + order.id().value())
                .header("Authorization", "Bearer " + token)
                .assertThat()
                .bodyJson()
                .extractingPath("each[0].code")
                .isEqualTo(Codes.readable(some.code(order)));
        mvc.post()
                .uri("/api/v1/me/memberships/gift")
                .header("Authorization", "Bearer " + tokens.some(people.someone(), "read", "write"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\": \"" + some.code(order) + "\"}")
                .assertThat()
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("used");
        mvc.get()
                .uri("/api/v1/me/gifts")
                .header("Authorization", "Bearer " + token)
                .assertThat()
                .bodyJson()
                .extractingPath("items.length()")
                .isEqualTo(1);
    }
}
