package app.teahouse.payments;

import app.teahouse.kernel.CircleId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By which way a checkout was paid, as a receipt says it. */
@Component
public class PaidBy {
    private final CheckoutRows checkouts;
    private final AttemptRows attempts;
    private final Ways ways;

    PaidBy(CheckoutRows checkouts, AttemptRows attempts, Ways ways) {
        this.checkouts = checkouts;
        this.attempts = attempts;
        this.ways = ways;
    }

    /**
     * @param way what the way is called, or nothing where it is gone
     * @param number under which it is found at whoever received it
     * @param byCircle whether the circle received it; else the site did
     */
    public record Fact(String way, String number, boolean byCircle) {}

    /** Whether another amount came than was asked, and a person decides about it. */
    public boolean isHeld(CircleId circle, CheckoutId checkout) {
        return checkouts
                .find(circle, checkout)
                .filter(one -> one.state() instanceof Checkout.Held)
                .isPresent();
    }

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
