package app.teahouse.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An owner takes money out: once, never more than there is, and nobody else decides where it goes. */
@TeahouseTest
class PayoutsTest extends PayoutsGround {
    @Autowired
    TransactionTemplate transaction;

    @Test
    void asked_for_sent_and_paid_it_is_gone_and_the_account_was_never_in_the_open() {
        var id = ask(50_000);
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(950_000);
        assertThat(payouts.of(owner.circle()).getFirst().label()).isEqualTo("A Bank ··8901");
        var stored = jdbc.queryForObject(
                "select sealed from payouts.payout where circle_id = ?",
                byte[].class,
                owner.circle().value());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("6222", "Lin");

        var batch = payByHand.batch(operator());
        assertThat(payByHand.lines(operator(), batch))
                .filteredOn(line -> line.payout().id().equals(id))
                .singleElement()
                .matches(line -> line.number().equals("6222 0000 5678 901")
                        && line.holder().equals("Lin"));
        payByHand.paid(operator(), owner.circle(), id, "B-77");
        assertThatThrownBy(() -> payByHand.failed(operator(), owner.circle(), id, "no"))
                .hasMessage("payout.decided");
        assertThat(ledger.free(owner.circle(), Purse.of(Purpose.ON_ITS_WAY, id.value()), CNY)
                        .isZero())
                .isTrue();
    }

    @Test
    void what_failed_is_the_circles_again_and_may_be_asked_for_the_same_day() {
        var id = ask(50_000);
        payByHand.batch(operator());
        payByHand.failed(operator(), owner.circle(), id, "No such account");
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(1_000_000);
        ask(60_000);
    }

    @Test
    void what_was_paid_and_comes_back_is_the_circles_again_once_however_many_note_it() throws Exception {
        var id = ask(50_000);
        payByHand.batch(operator());
        var operator = operator();
        assertThatThrownBy(() -> returnPayout.came(operator, owner.circle(), id, "Account closed"))
                .hasMessage("payout.not-paid");
        payByHand.paid(operator, owner.circle(), id, "B-77");

        // All of them look before the first has written; seen failing without the lock on the payout.
        var noted = allWaitingFor(id, 6, () -> {
            returnPayout.came(operator, owner.circle(), id, "Account closed");
            return true;
        });
        assertThat(noted.done()).hasSize(1);
        assertThat(noted.refused()).hasSize(5).containsOnly("payout.not-paid");
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(1_000_000);
        assertThat(payouts.find(owner.circle(), id))
                .matches(one -> one.state() == Payout.State.RETURNED
                        && "Account closed".equals(one.reason())
                        && "B-77".equals(one.reference()));
        ask(60_000);
    }

    @Test
    void of_many_at_once_one_is_asked_for_and_the_same_form_twice_is_one() throws Exception {
        var attempts = AtOnce.run(8, () -> ask(300_000));
        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(7).containsOnly("payout.one-a-day");
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(700_000);

        askForPayout.ask(owner, attempts.done().getFirst(), money(300_000), "");
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(700_000);
    }

    @Test
    void a_large_sum_needs_a_partners_yes_and_not_the_owners_own() {
        var partner = circles.join(owner, people.someone(), Role.PARTNER);
        var id = ask(600_000);
        assertThatThrownBy(() -> askForPayout.approve(somePlans.partner(owner), id))
                .hasMessage("payout.not-yours");
        assertThat(payByHand.open(operator())).noneMatch(payout -> payout.id().equals(id));

        askForPayout.approve(
                gate.partner(
                        new Visitor(partner.person()), owner.member().face().slug()),
                id);
        assertThat(payByHand.open(operator())).anyMatch(payout -> payout.id().equals(id));
        askForPayout.cancel(somePlans.partner(owner), id);
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(1_000_000);
    }

    @Test
    void paid_and_failed_at_once_it_ends_in_one_way() throws Exception {
        var id = ask(50_000);
        payByHand.batch(operator());
        var operator = operator();
        var attempts = AtOnce.run(List.<Callable<Boolean>>of(
                () -> paid(operator, id),
                () -> failed(operator, id),
                () -> paid(operator, id),
                () -> failed(operator, id)));
        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(3).containsOnly("payout.decided");
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(attempts.done().getFirst() ? 950_000 : 1_000_000);
    }

    private boolean paid(Operator operator, PayoutId id) {
        payByHand.paid(operator, owner.circle(), id, "B-1");
        return true;
    }

    private boolean failed(Operator operator, PayoutId id) {
        payByHand.failed(operator, owner.circle(), id, "No such account");
        return false;
    }

    @Test
    void what_the_circle_owes_goes_first() {
        somePlans.move(owner.circle(), Purse.of(Purpose.OWED_TO_SITE), Purse.of(Purpose.SITE_FEE), money(600_000));
        assertThatThrownBy(() -> ask(450_000)).hasMessage("payout.not-enough");
        ask(300_000);
        assertThat(free(Purpose.OWED_TO_SITE)).isZero();
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(100_000);
    }

    private <T> AtOnce<T> allWaitingFor(PayoutId id, int many, Callable<T> action) {
        var started = Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.queryForList("select 1 from payouts.payout where payout_id = ? for update", id.value());
            var all = CompletableFuture.supplyAsync(() -> run(many, action));
            await().until(() -> waiting() >= many);
            return all;
        }));
        return started.join();
    }

    private static <T> AtOnce<T> run(int many, Callable<T> action) {
        try {
            return AtOnce.run(many, action);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long waiting() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from pg_locks where not granted", Long.class));
    }
}
