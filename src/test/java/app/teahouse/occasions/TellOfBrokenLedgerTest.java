package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Person;
import app.teahouse.orders.OrdersGround;
import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A ledger that does not add up is told to the operators once, and stays on their desk until it does again. */
@TeahouseTest
class TellOfBrokenLedgerTest extends OrdersGround {
    @Autowired
    MockMvcTester mvc;

    private Person operator;

    @BeforeEach
    void whoSeesToIt() {
        operator = people.someOperator();
    }

    @Test
    void operators_get_one_letter_and_read_which_circle_and_what() {
        some.buy(owner, buyer, year);
        change(100);

        prove.prove(owner.circle(), Instant.now());
        prove.prove(owner.circle(), Instant.now());
        var name = owner.member().face().name();
        await().untilAsserted(() -> assertThat(letters()).isEqualTo(1));
        assertThat(page("/site/money"))
                .contains("A ledger does not add up", name, "held CNY: posted 20000, transfers 19900");
        assertThat(page("/site")).contains("not add up");

        change(-100);
        prove.prove(owner.circle(), Instant.now());
        assertThat(page("/site/money")).doesNotContain(name);
    }

    private void change(long by) {
        jdbc.update(
                "update ledger.balance set posted = posted + ? where circle_id = ? and purpose = 'held'",
                by,
                owner.circle().value());
    }

    private long letters() {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select count(*)
                  from mail.message
                 where recipient = (select email from accounts.account where account_id = ?)
                   and kind = 'occasions.letter.ledger-broken' and subject like '%' || ?
                """,
                Long.class, operator.account().value(), owner.member().face().name()));
    }

    private String page(String path) {
        var answer = mvc.get().uri(path).cookie(people.cookie(operator)).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
