package app.teahouse.stripe;

import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.kernel.Refusal;
import app.teahouse.outside.Calls;
import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account at Stripe, and what its refusals mean: it said no, or nobody knows what happened. */
final class StripeAccount {
    private static final Logger LOG = LoggerFactory.getLogger(StripeAccount.class);

    private final StripeClient client;
    private final boolean live;

    StripeAccount(String key, String address, Calls calls) {
        this.live = key.contains("_live_");
        this.client = StripeClient.builder()
                .setApiKey(key)
                .setApiBase(address)
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeLine(calls))
                .build();
    }

    /** What is asked of Stripe. */
    interface Question<T> {
        T ask(StripeClient client) throws StripeException;
    }

    /** @throws InvalidRequestException where Stripe understood, and says no */
    <T> T ask(Question<T> question) throws Unreachable, InvalidRequestException {
        try {
            return question.ask(client);
        } catch (InvalidRequestException e) {
            if (e.getStatusCode() != null && e.getStatusCode() == 409) {
                throw unreachable(e);
            }
            LOG.info("Stripe says no: {} ({})", e.getCode(), e.getRequestId());
            throw e;
        } catch (StripeException e) {
            throw unreachable(e);
        }
    }

    /** Where a no from Stripe means that we know nothing: it was asked of another account, or with a key that lacks a permission. */
    <T> T knowing(Question<T> question) throws Unreachable {
        try {
            return ask(question);
        } catch (InvalidRequestException e) {
            throw unreachable(e);
        }
    }

    /** What a payer is told where Stripe will not have it; why stands in the log. */
    static Refusal refused(InvalidRequestException e) {
        LOG.warn("Stripe refuses a payment: {} {}", e.getCode(), e.getMessage());
        return "amount_too_small".equals(e.getCode()) || "amount_too_large".equals(e.getCode())
                ? Refusal.conflict("stripe.amount-out-of-bounds")
                : Refusal.conflict("stripe.refused");
    }

    static Unreachable unreachable(Exception e) {
        LOG.warn("Stripe can't be asked: {}", e.getMessage());
        return new Unreachable("Stripe can't be asked", e);
    }

    /** Stripe does the same thing once for a key, and for at least a day answers the same again. */
    static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    boolean isLive() {
        return live;
    }
}
