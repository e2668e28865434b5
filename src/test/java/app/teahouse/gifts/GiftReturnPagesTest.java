package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;

/** What givers, owners and those who used a card read when it goes back. */
@TeahouseTest
class GiftReturnPagesTest extends GiftPagesGround {
    @Test
    void from_a_second_tab_the_rest_goes_back_once_and_a_third_says_that_nothing_more_does() {
        var order = some.buy(owner, giver, year, 1);
        some.redeem(people.someone(), some.code(order));

        assertThat(giveBack(order, "1.00")).contains("It is on its way back.");
        assertThat(giveBack(order, "1.00")).contains("nothing more does now");
        assertThat(refunded()).isEqualTo(100);
        assertThat(giveBack(order, "198.00")).contains("It is on its way back.");
        assertThat(refunded()).isEqualTo(19900);
        assertThat(giveBack(order, "198.00")).contains("nothing more does now");
        assertThat(giveBack(order, "")).contains("nothing more does now");
        assertThat(refunded()).isEqualTo(19900);
    }

    @Test
    void whose_card_was_given_back_is_told_what_time_they_have_now() {
        var order = some.buy(owner, giver, year, 2);
        var friend = people.someone();
        some.redeem(friend, some.code(order, 1));
        some.redeem(friend, some.code(order, 2));

        giveBack(order, "1.00");
        await().untilAsserted(() -> assertThat(notices(friend)).containsExactly("gift_ended day"));
        mvc.get()
                .uri("/notifications")
                .cookie(people.cookie(friend))
                .assertThat()
                .bodyText()
                .contains("what you have besides lasts until the day below");
    }

    @Test
    void who_has_no_other_time_is_told_that_it_is_over() {
        var order = some.buy(owner, giver, year, 1);
        var friend = people.someone();
        some.redeem(friend, some.code(order));
        giveBack(order, "");
        await().untilAsserted(() -> assertThat(notices(friend)).containsExactly("gift_ended over"));
    }
}
