package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which way a checkout was paid, as a receipt says it. */
@Component
public class PaidBy {
    private final Db db;
    private final AttemptRows attempts;
    private final Ways ways;

    PaidBy(Db db, AttemptRows attempts, Ways ways) {
        this.db = db;
        this.attempts = attempts;
        this.ways = ways;
    }

    /**
     * @param way what the way is called, or nothing where it is gone
     * @param number under which it is found at whoever received it
     * @param byCircle whether the circle received it; else the site did
     * @param asked what was asked, where a person accepted another amount, with their {@code words}; else null
     */
    public record Fact(
            String way,
            String number,
            boolean byCircle,
            @Nullable Money asked,
            String words) {}

    public Optional<Fact> of(CircleId circle, CheckoutId checkout) {
        var asked = asked(circle, checkout);
        return attempts.of(circle, checkout).stream()
                .filter(Attempt::isPaid)
                .findFirst()
                .map(attempt -> new Fact(
                        ways.find(attempt.way()).map(Way::name).orElse(""),
                        Objects.requireNonNull(attempt.paid()).name(),
                        attempt.receivedByCircle(),
                        asked.map(Asked::money).orElse(null),
                        asked.map(Asked::words).orElse("")));
    }

    private record Asked(Money money, String words) {}

    private Optional<Asked> asked(CircleId circle, CheckoutId checkout) {
        return db.sql("""
                select amount, currency, words
                  from payments.checkout
                 where circle_id = :circle and checkout_id = :checkout and (amount, currency) <> (paid_amount, paid_currency)
                """)
                .with("circle", circle)
                .with("checkout", checkout)
                .maybe((row, n) -> new Asked(
                        Money.of(row.getLong(1), row.getString(2)), Objects.requireNonNull(row.getString(3))));
    }
}
