package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Eight threads that move money until the program is killed: story {@code n} is known by its number alone, so it can be told again
 * after the death. Prints each number before it is tried and after it was acknowledged.
 */
final class Movers {
    static final CircleId CIRCLE = new CircleId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final UUID WAY = UUID.fromString("01900000-0000-7000-8000-000000000002");

    private Movers() {}

    /** A program of its own; the folder holds a database with the ledger's tables. */
    static void main(String[] arguments) throws Exception {
        try (var postgres = EmbeddedPostgres.in(Path.of(arguments[0]))
                        .binariesIn(Path.of("target/postgres"))
                        .start();
                var ground = new LedgerGround(postgres, 8)) {
            var next = new AtomicLong();
            var threads = new ArrayList<Thread>();
            for (var i = 0; i < 8; i++) {
                threads.add(Thread.ofPlatform().start(() -> move(ground, next)));
            }
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    private static void move(LedgerGround ground, AtomicLong next) {
        try {
            while (true) {
                var number = next.incrementAndGet();
                System.out.println("try " + number);
                ground.post(CIRCLE, cause(number), story(number));
                System.out.println("done " + number);
            }
        } catch (DataAccessException | TransactionException | Refusal e) {
            // The database is gone, as it was meant to be.
        }
    }

    static UUID cause(long number) {
        return new UUID(7, number);
    }

    /** A sale: what was paid, the circle's part, the site's, and now and then a part that goes on its way. */
    static List<Transfer> story(long number) {
        var cause = cause(number);
        var price = 1_000 + number % 97;
        var story = new ArrayList<>(List.of(
                transfer(
                        cause,
                        "paid",
                        Purse.of(Purpose.COLLECTED, WAY),
                        Purse.of(Purpose.RECEIVED),
                        price,
                        Reason.CHECKOUT_PAID),
                transfer(
                        cause,
                        "sale",
                        Purse.of(Purpose.RECEIVED),
                        Purse.of(Purpose.AVAILABLE),
                        price - 50,
                        Reason.SALE),
                transfer(cause, "fee", Purse.of(Purpose.RECEIVED), Purse.of(Purpose.SITE_FEE), 50, Reason.FEE)));
        if (number % 3 == 0) {
            story.add(transfer(
                    cause,
                    "out",
                    Purse.of(Purpose.AVAILABLE),
                    Purse.of(Purpose.ON_ITS_WAY, cause),
                    400,
                    Reason.PAYOUT_ASKED));
        }
        return story;
    }

    private static Transfer transfer(UUID cause, String step, Purse from, Purse to, long minor, Reason reason) {
        return new Transfer(TransferId.of(cause, step), from, to, new Money(minor, CNY), reason);
    }
}
