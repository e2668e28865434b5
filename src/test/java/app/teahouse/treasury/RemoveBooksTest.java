package app.teahouse.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.jobs.Jobs;
import app.teahouse.testing.Furnished;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The books of a circle that is gone are kept for as many years as the operator set, and not for longer. */
@TeahouseTest
class RemoveBooksTest {
    private static final List<String> BOOKS = List.of(
            "orders.entry",
            "orders.account_entry",
            "orders.counter",
            "orders.refund",
            "orders.dispute",
            "orders.fee",
            "orders.invoice",
            "payments.counter",
            "payments.checkout",
            "payments.attempt",
            "payments.refund",
            "payments.dispute",
            "payments.claim",
            "payments.account_checkout",
            "payouts.payout",
            "treasury.settlement",
            "treasury.ended");

    /** Nobody may delete a transfer, and without the rest none leads to anybody. */
    private static final List<String> STAY =
            List.of("ledger.balance", "ledger.transfer", "ledger.hold", "ledger.proof");

    @Autowired
    Furnished furnished;

    @Autowired
    MoneyRules moneyRules;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void books_go_when_their_years_are_over_and_not_a_day_before() throws IOException {
        var circle = furnished.rooms("Somebody").owner().circle().value();
        jdbc.update("delete from treasury.ended where circle_id = ?", circle);
        jdbc.update(
                "update circles.circle set state = 'deleting', delete_at = now() - interval '1 minute' where circle_id = ?",
                circle);
        jobs.run("circles.erase", Instant.now());
        assertThat(words(circle)).isZero();
        var ended = Objects.requireNonNull(jdbc.queryForObject(
                        "select ended_at from treasury.ended where circle_id = ?", OffsetDateTime.class, circle))
                .withOffsetSameInstant(ZoneOffset.UTC);
        var over = ended.plusYears(moneyRules.rules().keepYears());

        jobs.run("treasury.remove-books", over.minusDays(1).toInstant());
        assertThat(BOOKS).allMatch(table -> count(table, circle) > 0);

        jobs.run("treasury.remove-books", over.plusMinutes(1).toInstant());
        assertThat(BOOKS).allMatch(table -> count(table, circle) == 0);
        assertThat(STAY).allMatch(table -> count(table, circle) > 0);
    }

    /** Deletion takes the words at once: what was called how, who was invoiced, and why something was given back. */
    private long words(UUID circle) {
        return Objects.requireNonNull(jdbc.queryForObject("""
                select (select count(*) from orders.entry where circle_id = ? and (title <> '' or answers <> '{}'))
                     + (select count(*) from orders.invoice where circle_id = ? and (title <> '' or email <> ''))
                     + (select count(*) from orders.refund where circle_id = ? and reason <> '')
                     + (select count(*) from payouts.payout where circle_id = ? and label <> '')
                """, Long.class, circle, circle, circle, circle));
    }

    private long count(String table, UUID circle) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from " + table + " where circle_id = ?", Long.class, circle));
    }
}
