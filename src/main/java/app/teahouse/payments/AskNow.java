package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The payer is back, and wants to know. That somebody comes back proves nothing, so the gateways are asked. */
@Component
public class AskNow {
    private static final Logger log = LoggerFactory.getLogger(AskNow.class);

    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final AskGateway askGateway;

    AskNow(CheckoutRows rows, AttemptRows attempts, AskGateway askGateway) {
        this.rows = rows;
        this.attempts = attempts;
        this.askGateway = askGateway;
    }

    /** Not inside a transaction. What can't be learnt now, a job asks for later. */
    public void ask(AccountId payer, CircleId circle, CheckoutId id) {
        if (rows.find(circle, id).filter(one -> one.payer().equals(payer)).isEmpty()) {
            return;
        }
        for (var attempt : attempts.of(circle, id)) {
            try {
                askGateway.ask(circle, attempt.id());
            } catch (Unreachable e) {
                log.info("A gateway did not answer about attempt {}: {}", attempt.number(), e.getMessage());
            }
        }
    }
}
