package app.teahouse.applications;

import app.teahouse.accounts.Device;
import app.teahouse.entrance.OpenAccount;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Visitor;
import app.teahouse.security.Addresses;
import app.teahouse.security.SessionCookie;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Lets somebody who has no account yet open one on the very screen where they join: name, address, password. */
@Component
public class Newcomers {
    private final OpenAccount openAccount;
    private final SessionCookie cookie;
    private final Addresses addresses;
    private final Gate gate;

    Newcomers(OpenAccount openAccount, SessionCookie cookie, Addresses addresses, Gate gate) {
        this.openAccount = openAccount;
        this.cookie = cookie;
        this.addresses = addresses;
        this.gate = gate;
    }

    /** Opens the account, signs its owner in on this browser, and answers who they are now. */
    public Visitor open(Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
        var details = OpenAccount.Details.of(form, frame.locale());
        var entered = openAccount.open(details, Device.of(request, addresses));
        cookie.set(response, entered.cookie());
        return gate.visitor(entered.signIn());
    }

    public String network(HttpServletRequest request) {
        return addresses.of(request);
    }
}
