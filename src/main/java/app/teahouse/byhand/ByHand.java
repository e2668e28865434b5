package app.teahouse.byhand;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway;
import app.teahouse.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The gateway that is always there and needs nobody outside: payers are told where the money goes, and a person sees it arrive. */
@Component
class ByHand implements Gateway {
    static final String KIND = "byhand";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Able able() {
        return new Able(Set.of(), Set.of(Manner.INSTRUCTIONS), false, false, true, true, true);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("instructions", false, true, true));
    }

    @Override
    public void check(Map<String, String> settings) {
        // Any words will do; SetUpWay looks whether there are some.
    }

    /** Nobody outside is asked. */
    @Override
    public Begun begin(Setup setup, Ask ask) {
        return new Begun(ask.number(), "/pay/by-hand/" + ask.checkout().value(), null, Map.of());
    }

    @Override
    public Found lookUp(Setup setup, CheckoutId checkout, String number, String reference) {
        return new Found.Waiting();
    }

    @Override
    public void close(Setup setup, CheckoutId checkout, String number, String reference) {
        // There is nobody to tell.
    }

    @Override
    public Refunded refund(Setup setup, RefundAsk ask) {
        return new Refunded.Refused("a person gives it back");
    }

    @Override
    public Charged charge(Setup setup, ChargeAsk ask) {
        return new Charged.Declined("there is no card", true);
    }

    @Override
    public Notification read(Setup setup, Told told) {
        throw Refusal.notAllowed("payment.not-proven");
    }
}
