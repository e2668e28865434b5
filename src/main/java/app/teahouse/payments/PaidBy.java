package app.teahouse.payments;

import app.teahouse.kernel.CircleId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By which way a checkout was paid, as a receipt says it. */
@Component
public class PaidBy {
    private final AttemptRows attempts;
    private final Ways ways;

    PaidBy(AttemptRows attempts, Ways ways) {
        this.attempts = attempts;
        this.ways = ways;
    }

    /**
     * @param way what the way is called, or nothing where it is gone
     * @param number under which it is found at whoever received it
     * @param byCircle whether the circle received it; else the site did
     */
    public record Fact(String way, String number, boolean byCircle) {}

    public Optional<Fact> of(CircleId circle, CheckoutId checkout) {
        return attempts.of(circle, checkout).stream()
                .filter(Attempt::isPaid)
                .findFirst()
                .map(attempt -> new Fact(
                        ways.find(attempt.way()).map(Way::name).orElse(""),
                        Objects.requireNonNull(attempt.paid()).name(),
                        attempt.receivedByCircle()));
    }
}
