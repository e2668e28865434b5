package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.members.SomeCircles;
import app.teahouse.payments.Seller;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** One order may be disputed several times, each for another sum and with another end. */
@TeahouseTest
class DisputesTest extends OrdersGround {
    @Autowired
    SettleOrders settleOrders;

    @Autowired
    Disputed disputed;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    private Order order;
    private CheckoutId checkout;

    @BeforeEach
    void anOrderThatIsPaid() {
        order = some.buy(owner, buyer, year);
        checkout = Objects.requireNonNull(order.checkout());
    }

    @Test
    void two_disputes_of_one_order_have_their_own_sums_and_their_own_ends() {
        open("first", 5000);
        open("second", 3000);
        assertThat(aside()).isEqualTo(8000);
        assertThat(some.free(owner, Purpose.HELD)).isEqualTo(11900);
        assertThat(page()).contains("50.00", "30.00");

        end("first", true);
        assertThat(aside()).isEqualTo(3000);
        // The other one still runs: nothing is free, and nothing goes back.
        settle();
        assertThat(some.free(owner, Purpose.AVAILABLE)).isZero();
        assertThatThrownBy(() -> some.byStaff(owner, order.id(), 100, false)).hasMessage("refund.disputed");

        end("second", false);
        end("second", false);
        assertThat(aside()).isZero();
        settle();
        assertThat(some.free(owner, Purpose.AVAILABLE)).isEqualTo(16900);
        assertThat(some.isMember(owner, buyer)).isTrue();
        assertThat(page()).contains("Won", "Lost");
    }

    @Test
    void what_a_bank_kept_is_not_given_back_once_more_and_without_the_rest_there_is_no_membership() {
        open("first", 5000);
        end("first", false);
        assertThatThrownBy(() -> some.byStaff(owner, order.id(), 15000, false)).hasMessage("refund.too-much");
        assertThat(some.isMember(owner, buyer)).isTrue();

        some.byStaff(owner, order.id(), 14900, false);
        assertThat(some.isMember(owner, buyer)).isFalse();
        assertThat(some.free(owner, Purpose.HELD)).isZero();
    }

    @Test
    void what_a_bank_has_or_kept_its_buyer_cannot_take_back_and_its_owner_reads_as_lost() {
        assertThat(receipt()).contains("Take it back");
        open("first", 19900);
        assertThat(receipt()).doesNotContain("Take it back");
        end("first", false);
        assertThat(receipt()).doesNotContain("Take it back");
        assertThat(page()).contains(">Lost</span>").doesNotContain("can be paid out from");
    }

    private String receipt() {
        return at("/me/orders/" + Ids.text(order.id()), buyer);
    }

    @Test
    void what_was_debt_while_it_was_disputed_is_debt_no_more_once_it_is_won() {
        settle();
        somePlans.move(
                owner.circle(), Purse.of(Purpose.AVAILABLE), Purse.of(Purpose.ON_ITS_WAY), SomeOrders.money(15000));
        open("first", 6000);
        assertThat(some.free(owner, Purpose.AVAILABLE)).isZero();
        assertThat(some.free(owner, Purpose.OWED_TO_SITE)).isEqualTo(-1100);

        end("first", true);
        assertThat(some.free(owner, Purpose.AVAILABLE)).isEqualTo(4900);
        assertThat(some.free(owner, Purpose.OWED_TO_SITE)).isZero();
    }

    @Test
    void told_many_times_at_once_it_is_set_aside_once_and_ends_once() throws Exception {
        AtOnce.run(8, () -> {
            open("first", 5000);
            return true;
        });
        assertThat(aside()).isEqualTo(5000);
        AtOnce.run(8, () -> {
            end("first", true);
            return true;
        });
        assertThat(aside()).isZero();
        assertThat(some.free(owner, Purpose.HELD)).isEqualTo(19900);
    }

    /** Seen failing without the state's condition: five were refused by the ledger's floor. */
    @Test
    void told_by_payments_many_times_at_once_the_order_still_ends_it_once() throws Exception {
        open("first", 5000);
        var id = Objects.requireNonNull(jdbc.queryForObject(
                "select dispute_id from orders.dispute where circle_id = ?",
                UUID.class,
                owner.circle().value()));
        var sale = new Seller.Sale(
                owner.circle(),
                checkout,
                order.id().value(),
                buyer.account(),
                order.amount(),
                false,
                null,
                Instant.now());
        var won = new Seller.Dispute(id, SomeOrders.money(5000), Seller.Dispute.State.WON, null);
        var told = AtOnce.run(6, () -> {
            transaction.executeWithoutResult(_ -> disputed.move(sale, won));
            return true;
        });
        // Were it moved again, the ledger's floor would refuse it: nothing is lost, but the bank is not heard.
        assertThat(told.refused()).isEmpty();
        assertThat(aside()).isZero();
        assertThat(some.free(owner, Purpose.HELD)).isEqualTo(19900);
    }

    @Test
    void an_end_that_comes_before_its_beginning_is_told_again_later() {
        assertThatThrownBy(() -> end("first", false)).isInstanceOf(IllegalStateException.class);
        open("first", 5000);
        end("first", false);
        assertThat(aside()).isZero();
    }

    private void open(String name, long minor) {
        payments.dispute(owner.circle(), checkout, name, SomeOrders.money(minor));
    }

    private void end(String name, boolean won) {
        payments.endDispute(owner.circle(), checkout, name, won);
    }

    private void settle() {
        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
    }

    private long aside() {
        return some.free(owner, Purse.of(Purpose.DISPUTED, order.id().value()));
    }

    private String page() {
        return at(
                "/c/" + SomeCircles.slug(owner) + "/manage/money/orders/" + Ids.text(order.id()),
                owner.member().person());
    }

    private String at(String path, Person person) {
        try {
            return mvc.get()
                    .uri(path)
                    .cookie(people.cookie(person))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
