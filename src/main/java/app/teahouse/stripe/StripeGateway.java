package app.teahouse.stripe;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway;
import app.teahouse.kernel.Faults;
import app.teahouse.outside.Calls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe. No signature here names a type of its library, which is large: none of it is loaded before somebody pays. A way's client is
 * four small objects, so each call makes one.
 */
@Component
class StripeGateway implements Gateway {
    static final String KIND = "stripe";
    static final String SECRET_KEY = "secret-key";
    static final String SIGNING_SECRETS = "signing-secrets";

    private final Calls calls;
    private final JsonMapper json;
    private final String address;

    @Autowired
    StripeGateway(Calls calls, JsonMapper json) {
        this(calls, json, "https://api.stripe.com");
    }

    StripeGateway(Calls calls, JsonMapper json, String address) {
        this.calls = calls;
        this.json = json;
        this.address = address;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Able able() {
        return new Able(Set.of(), Set.of(Manner.REDIRECT), true, true, false, true, true);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(SECRET_KEY, true, true, false), new Field(SIGNING_SECRETS, true, true, true));
    }

    @Override
    public void check(Map<String, String> settings) {
        var key = settings.getOrDefault(SECRET_KEY, "").strip();
        var secrets = secrets(settings);
        new Faults()
                .text(SECRET_KEY, key, 300)
                .require(!key.startsWith("pk_"), SECRET_KEY, "stripe.key-public")
                .require(key.matches("(sk|rk)_(live|test)_[A-Za-z0-9_]+"), SECRET_KEY, "stripe.key-wrong")
                .require(!secrets.isEmpty(), SIGNING_SECRETS, "field.missing")
                .require(
                        secrets.stream().allMatch(one -> one.matches("whsec_[A-Za-z0-9+/=_-]+")),
                        SIGNING_SECRETS,
                        "stripe.secret-wrong")
                .require(secrets.size() <= 5, SIGNING_SECRETS, "stripe.secrets-too-many")
                .refuse();
    }

    /** Several are valid at once while one is being replaced. */
    static List<String> secrets(Map<String, String> settings) {
        return settings.getOrDefault(SIGNING_SECRETS, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Override
    public Begun begin(Setup setup, Ask ask) throws Unreachable {
        return new Sessions(account(setup)).begin(ask);
    }

    @Override
    public Found lookUp(Setup setup, CheckoutId checkout, String number, String reference) throws Unreachable {
        return new Sessions(account(setup)).lookUp(reference);
    }

    @Override
    public void close(Setup setup, CheckoutId checkout, String number, String reference) throws Unreachable {
        new Sessions(account(setup)).close(reference);
    }

    @Override
    public Refunded refund(Setup setup, RefundAsk ask) throws Unreachable {
        return new Refunds(account(setup)).refund(ask);
    }

    @Override
    public Charged charge(Setup setup, ChargeAsk ask) throws Unreachable {
        return new KeptCards(account(setup)).charge(ask);
    }

    @Override
    public Notification read(Setup setup, Told told) throws Unreachable {
        return new Tellings(account(setup), json).read(secrets(setup.settings()), told);
    }

    private StripeAccount account(Setup setup) {
        return new StripeAccount(setup.settings().getOrDefault(SECRET_KEY, "").strip(), address, calls);
    }
}
