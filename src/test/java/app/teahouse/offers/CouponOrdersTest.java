package app.teahouse.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.coupons.CouponText;
import app.teahouse.coupons.SomeCoupons;
import app.teahouse.kernel.Time;
import app.teahouse.kernel.Visitor;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A code takes off what it says, as often as it may be used and no more, and every cent of it stands in the order. */
@TeahouseTest
@Tag("database15")
class CouponOrdersTest extends CouponsGround {
    @Test
    void a_percentage_is_rounded_down_for_the_buyer_and_is_used_when_it_is_paid() {
        var code = someCoupons.code(partner, SomeCoupons.twentyPercent());
        assertThat(code).matches("TEA-[A-Z2-9]{4}-[A-Z2-9]{4}");

        var order = buy(buyer, year, " " + code.replace("-", "").toLowerCase(Locale.ROOT));

        assertThat(order.amount()).isEqualTo(money(15999));
        assertThat(order.discount()).isEqualTo(money(4000));
        assertThat(uses()).isEqualTo(1);
        assertThatThrownBy(() -> place(buyer, year, code)).hasMessage("coupon.used-already");
    }

    @Test
    void what_is_off_everything_costs_nothing_and_is_theirs_at_once() {
        var code = someCoupons.code(partner, SomeCoupons.full(null, null));

        var placed = place(buyer, year, code);

        assertThat(placed.checkout()).isNull();
        assertThat(order(placed).state()).isEqualTo(Order.State.DONE);
        assertThat(gate.member(new Visitor(buyer), slug()).account()).isEqualTo(buyer.account());
        assertThatThrownBy(() -> takeBack(order(placed))).hasMessage("refund.cost-nothing");
        byStaff(order(placed), 0);
        assertThat(uses()).isZero();
        place(buyer, year, code);
    }

    @Test
    void five_uses_are_five_however_many_come_at_once() throws Exception {
        var code = someCoupons.code(partner, SomeCoupons.full(5, null));
        var all = Stream.generate(people::someone)
                .limit(20)
                .map(person ->
                        (Callable<OrderId>) () -> place(person, year, code).order())
                .toList();

        var placed = AtOnce.run(all);

        assertThat(placed.done()).hasSize(5);
        assertThat(placed.refused()).hasSize(15).containsOnly("coupon.used-up");
        assertThat(uses()).isEqualTo(5);
    }

    @Test
    void each_of_many_codes_works_once() throws Exception {
        var codes = someCoupons.codes(partner, SomeCoupons.full(null, 100));
        assertThat(codes).hasSize(100).doesNotHaveDuplicates();

        var placed = AtOnce.run(Stream.generate(people::someone)
                .limit(6)
                .map(person -> (Callable<OrderId>)
                        () -> place(person, year, codes.get(7)).order())
                .toList());

        assertThat(placed.done()).hasSize(1);
        assertThat(placed.refused()).containsOnly("coupon.used-up");
        place(people.someone(), year, codes.get(8));
    }

    @Test
    void who_changes_a_coupon_places_and_refunds_with_it_at_once_never_waits_for_each_other_in_a_circle()
            throws Exception {
        var one = someCoupons.code(partner, SomeCoupons.twentyPercent());
        var other = someCoupons.code(partner, SomeCoupons.twentyPercent());
        var all = new ArrayList<Callable<OrderId>>();
        for (var i = 0; i < 6; i++) {
            var first = people.someone();
            var second = people.someone();
            var third = people.someone();
            place(first, year, one);
            place(second, year, other);
            var bought = buy(people.someone(), year, one);
            all.add(() -> place(first, year, other).order());
            all.add(() -> place(second, year, one).order());
            all.add(() -> place(third, year, one).order());
            all.add(() -> {
                byStaff(bought, bought.amount().minor());
                return bought.id();
            });
        }

        assertThat(AtOnce.run(all).refused()).isEmpty();
        assertThat(uses()).isEqualTo(18);
    }

    @Test
    void what_is_not_paid_gives_its_use_back_and_the_same_again_is_the_same_order() {
        var code = someCoupons.code(
                partner, new CouponText("One", "percent", 20, null, null, "both", 1, 1, null, null, null, null));
        var first = place(buyer, year, code);
        assertThat(place(buyer, year, code)).isEqualTo(first);
        assertThatThrownBy(() -> place(people.someone(), year, code)).hasMessage("coupon.used-up");

        var without = place(buyer, year, null);

        assertThat(order(first).state()).isEqualTo(Order.State.CANCELLED);
        assertThat(order(without).discount()).isEqualTo(money(0));
        assertThat(uses()).isZero();
        assertThat(place(buyer, year, code).order()).isNotEqualTo(without.order());
        assertThat(uses()).isEqualTo(1);
    }

    @Test
    void own_data_says_which_coupon_took_what() throws Exception {
        buy(buyer, year, someCoupons.code(partner, SomeCoupons.twentyPercent()));
        var answer = mvc.post()
                .uri("/me/settings/data")
                .cookie(people.cookie(buyer))
                .with(csrf())
                .exchange();
        var lines = "";
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("orders.jsonl")) {
                    lines = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        assertThat(lines).contains("\"coupon\":\"Spring\"", "\"couponTook\":4000");
    }

    @Test
    void all_the_money_back_gives_the_use_back_and_a_part_does_not() {
        var order = buy(buyer, year, someCoupons.code(partner, SomeCoupons.twentyPercent()));
        byStaff(order, 5000);
        assertThat(uses()).isEqualTo(1);
        byStaff(order, 10999);
        assertThat(uses()).isZero();
    }

    @Test
    void it_is_for_what_its_owner_said() {
        var month = somePlans.plan(owner, "monthly", 2900);
        var joining = someCoupons.code(partner, SomeCoupons.fixed(5000, "join", null));
        var renewing = someCoupons.code(partner, SomeCoupons.fixed(5000, "renew", null));
        var monthly = someCoupons.code(partner, SomeCoupons.fixed(5000, "both", month.number()));
        var today = LocalDate.now(owner.member().face().zone());
        var early = someCoupons.code(partner, SomeCoupons.between(today.plusDays(2), null));
        var late = someCoupons.code(partner, SomeCoupons.between(null, today));

        assertThatThrownBy(() -> place(buyer, year, renewing)).hasMessage("coupon.not-for-this");
        assertThatThrownBy(() -> place(buyer, year, monthly)).hasMessage("coupon.not-for-plan");
        assertThatThrownBy(() -> place(buyer, year, early)).hasMessage("coupon.not-yet");
        assertThatThrownBy(() -> someCoupons.code(partner, SomeCoupons.between(null, today.minusDays(1))))
                .hasMessage("coupon.day-over");
        Time.at(
                Instant.now().plus(Duration.ofDays(2)),
                () -> assertThatThrownBy(() -> place(buyer, year, late)).hasMessage("coupon.over"));
        assertThatThrownBy(() -> place(buyer, year, "TEA-2222-2222")).hasMessage("coupon.unknown");
        assertThat(order(place(people.someone(), month, monthly)).amount()).isEqualTo(money(0));

        buy(buyer, year, joining);
        assertThatThrownBy(() -> place(buyer, year, joining)).hasMessage("coupon.not-for-this");
        assertThat(buy(buyer, year, renewing).amount()).isEqualTo(money(14999));
        var better = somePlans.better(owner, "yearly", 99900, 5);
        assertThatThrownBy(() -> place(buyer, better, renewing)).hasMessage("coupon.not-for-this");
        someCoupons.allOff(partner);
        assertThatThrownBy(() -> place(people.someone(), year, joining)).hasMessage("coupon.over");
    }
}
