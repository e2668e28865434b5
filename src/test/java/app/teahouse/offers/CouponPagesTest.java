package app.teahouse.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.coupons.SomeCoupons;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;

/** Coupons as people meet them: typed, guessed, shown before the button, made and fetched. */
@TeahouseTest
class CouponPagesTest extends CouponsGround {
    @Test
    void a_word_is_taken_once_in_a_circle_and_typed_as_people_type() {
        var word = someCoupons.code(partner, SomeCoupons.word("春茶-2027"));
        assertThatThrownBy(() -> someCoupons.code(partner, SomeCoupons.word("春茶２０２７")))
                .hasMessage("coupon.word-taken");
        assertThat(buy(buyer, year, "春茶 2027").discount()).isEqualTo(money(2000));
        assertThat(word).isEqualTo("春茶-2027");
        var elsewhere = somePlans.paidCircle();
        someCoupons.code(somePlans.partner(elsewhere), SomeCoupons.word("春茶-2027"));
    }

    @Test
    void guessing_is_limited() {
        for (var i = 0; i < 20; i++) {
            assertThatThrownBy(() -> place(buyer, year, "TEA-3333-3333")).hasMessage("coupon.unknown");
        }
        assertThatThrownBy(() -> place(buyer, year, "TEA-3333-3333")).hasMessage("site.too-often");
    }

    @Test
    void the_page_shows_the_new_sum_before_the_button_and_says_what_is_wrong_with_a_code() {
        var code = someCoupons.code(partner, SomeCoupons.twentyPercent());
        var url = "/c/" + slug() + "/plans/" + year.number();
        mvc.get()
                .uri(url + "?code={code}", code)
                .cookie(people.cookie(buyer))
                .assertThat()
                .hasStatusOk()
                .bodyText()
                .contains("159.99", "40.00", "value=\"" + code + "\"");
        // Typed and not tried out: nobody pays the whole price with a code in the field.
        mvc.post()
                .uri(url + "/order")
                .with(csrf())
                .cookie(people.cookie(buyer))
                .param("code", code)
                .param("amount", "19999")
                .param("currency", "CNY")
                .assertThat()
                .hasStatus(409)
                .bodyText()
                .contains("159.99");
        mvc.get()
                .uri(url + "?code=WRONG")
                .cookie(people.cookie(buyer))
                .assertThat()
                .hasStatusOk()
                .bodyText()
                .contains("199.99", "id=\"code-error\"");
    }

    @Test
    void partners_make_coupons_by_page_and_by_program_and_fetch_the_codes() {
        someCoupons.codes(partner, SomeCoupons.full(null, 3));
        var cookie = people.cookie(owner.member().person());
        var manage = "/c/" + slug() + "/manage/money/coupons";
        mvc.get()
                .uri(manage)
                .cookie(cookie)
                .assertThat()
                .hasStatusOk()
                .bodyText()
                .contains("A present");
        mvc.get().uri(manage + "/new").cookie(cookie).assertThat().hasStatusOk();
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
        var id = someCoupons.newest(partner);
        var api = "/api/v1/circles/" + slug() + "/coupons";
        var list = mvc.get().uri(api).header("Authorization", token).exchange();
        assertThat(list).bodyJson().extractingPath("$.items[0].codes").isEqualTo(3);
        assertThat(mvc.post()
                        .uri(api)
                        .header("Authorization", token)
                        .contentType("application/json")
                        .content("{\"name\":\"Word\",\"kind\":\"percent\",\"percent\":100,\"purpose\":\"both\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("coupon.percent");
        assertThat(mvc.post()
                        .uri(api)
                        .header("Authorization", token)
                        .contentType("application/json")
                        .content("{\"name\":\"Word\",\"kind\":\"full\",\"purpose\":\"join\",\"word\":\"SPRING\"}"))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("SPRING");
        mvc.get().uri(manage + "/" + id).cookie(cookie).assertThat().hasStatusOk();
        mvc.get()
                .uri(manage + "/" + id + "/codes.csv")
                .cookie(cookie)
                .assertThat()
                .hasStatusOk()
                .bodyText()
                .contains("TEA-");
        mvc.get().uri(manage).cookie(people.cookie(buyer)).assertThat().hasStatus4xxClientError();
    }
}
