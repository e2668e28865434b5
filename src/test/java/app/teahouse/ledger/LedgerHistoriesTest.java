package app.teahouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random histories of stories that are told twice, in another order, or broken off, against a model that is nothing but additions. A
 * failure prints its seed.
 */
@TeahouseTest
class LedgerHistoriesTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final List<Purse> PURSES = List.of(
            Purse.of(Purpose.COLLECTED, new UUID(1, 1)),
            Purse.of(Purpose.RECEIVED),
            Purse.of(Purpose.HELD),
            Purse.of(Purpose.AVAILABLE),
            Purse.of(Purpose.SITE_FEE),
            Purse.of(Purpose.OWED_TO_SITE));

    @Autowired
    Ledger ledger;

    @Autowired
    Prove prove;

    @Autowired
    TransactionTemplate transaction;

    private final CircleId circle = new CircleId(Ids.next());

    private record Story(UUID cause, List<Transfer> transfers) {}

    @RepeatedTest(3)
    void whatever_happens_the_balances_are_those_of_the_model() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var model = new Model();
        var told = new ArrayList<Story>();
        for (var step = 0; step < 120; step++) {
            var again = !told.isEmpty() && random.nextInt(4) == 0;
            var story = again ? told.get(random.nextInt(told.size())) : story(random);
            var broken = random.nextInt(6) == 0;
            var done = tell(story, broken);
            if (done && !broken) {
                model.tell(story);
            }
            if (!again) {
                told.add(story);
            }
        }
        Collections.shuffle(told, random);
        told.forEach(story -> {
            if (tell(story, false)) {
                model.tell(story);
            }
        });
        check(seed, model);
    }

    @RepeatedTest(2)
    void told_by_eight_at_once_and_twice_each_story_counts_once() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var stories = new ArrayList<Story>();
        for (var n = 0; n < 60; n++) {
            stories.add(story(random));
        }
        var model = new Model();
        var tellings = new ArrayList<Callable<Story>>();
        for (var story : stories) {
            Callable<Story> telling = () -> tell(story, false) ? story : new Story(story.cause(), List.of());
            tellings.add(telling);
            tellings.add(telling);
        }
        Collections.shuffle(tellings, random);
        for (var from = 0; from < tellings.size(); from += 8) {
            AtOnce.run(tellings.subList(from, Math.min(from + 8, tellings.size())))
                    .done()
                    .forEach(model::tell);
        }
        check(seed, model);
    }

    private boolean tell(Story story, boolean brokenOff) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var moved = ledger.post(circle, story.cause(), story.transfers());
                if (brokenOff) {
                    status.setRollbackOnly();
                }
                return moved;
            }));
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("ledger.not-enough");
            return false;
        }
    }

    private void check(long seed, Model model) {
        for (var currency : List.of(CNY, JPY)) {
            for (var purse : PURSES) {
                assertThat(ledger.free(circle, purse, currency).minor())
                        .as("seed %s, %s", seed, purse)
                        .isEqualTo(model.sum(purse, currency));
                if (!purse.purpose().mayOwe()) {
                    assertThat(model.sum(purse, currency))
                            .as("seed %s, %s", seed, purse)
                            .isNotNegative();
                }
            }
        }
        assertThat(prove.prove(circle, Instant.now())).as("seed %s", seed).matches(Prove.Proof::holds);
    }

    private static Story story(Random random) {
        var cause = Ids.next();
        var currency = random.nextInt(5) == 0 ? JPY : CNY;
        var transfers = new ArrayList<Transfer>();
        for (var n = 0; n <= random.nextInt(3); n++) {
            // From outside more often than from anywhere else, so that there is something to move.
            var from = random.nextBoolean() ? PURSES.getFirst() : PURSES.get(random.nextInt(PURSES.size()));
            var to = PURSES.get(random.nextInt(PURSES.size()));
            if (!from.equals(to)) {
                var amount = new Money(1 + random.nextInt(500), currency);
                transfers.add(new Transfer(TransferId.of(cause, "step " + n), from, to, amount, Reason.SALE));
            }
        }
        return transfers.isEmpty() ? story(random) : new Story(cause, transfers);
    }

    private static final class Model {
        private final Map<String, Long> sums = new HashMap<>();

        void tell(Story story) {
            for (var transfer : story.transfers()) {
                var code = transfer.amount().code();
                sums.merge(transfer.from() + code, -transfer.amount().minor(), Long::sum);
                sums.merge(transfer.to() + code, transfer.amount().minor(), Long::sum);
            }
        }

        long sum(Purse purse, Currency currency) {
            return sums.getOrDefault(purse + currency.getCurrencyCode(), 0L);
        }
    }
}
