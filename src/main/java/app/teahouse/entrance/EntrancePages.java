package app.teahouse.entrance;

import app.teahouse.accounts.Device;
import app.teahouse.accounts.Sessions;
import app.teahouse.entrance.OpenAccount.Details;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.security.Addresses;
import app.teahouse.security.SessionCookie;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in and the way out: sign up, sign in, sign out. */
@Controller
class EntrancePages {
    private final Templates templates;
    private final OpenAccount openAccount;
    private final SignInWithPassword signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Addresses addresses;
    private final Greetings greetings;

    EntrancePages(
            Templates templates,
            OpenAccount openAccount,
            SignInWithPassword signIn,
            Sessions sessions,
            SessionCookie cookie,
            Addresses addresses,
            Greetings greetings) {
        this.templates = templates;
        this.openAccount = openAccount;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.addresses = addresses;
        this.greetings = greetings;
    }

    @GetMapping("/sign-up")
    Page signUp(Visitor visitor, Frame frame, @RequestParam(required = false) @Nullable String to) {
        return visitor.person().isPresent()
                ? Page.to(Entrance.onward(to))
                : Page.of(templates.entranceSignup(frame, Form.blank(frame, "to", Entrance.onward(to))));
    }

    @PostMapping("/sign-up")
    Page signUp(Visitor visitor, Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
        return form.submit(
                () -> {
                    var entered = openAccount.open(details(frame, form), Device.of(request, addresses));
                    cookie.set(response, entered.cookie());
                    return Page.to(Entrance.onward(form.value("to"))).saying("accounts.welcome");
                },
                again -> templates.entranceSignup(frame, again));
    }

    /** The three fields that everybody types who is new, on whatever page they stand. */
    static Details details(Frame frame, Form form) {
        return Details.of(form, frame.locale());
    }

    @GetMapping("/sign-in")
    Page signIn(Visitor visitor, Frame frame, @RequestParam(required = false) @Nullable String to) {
        return visitor.person().isPresent()
                ? Page.to(Entrance.onward(to))
                : Page.of(templates.entranceSignin(frame, Form.blank(frame, "to", Entrance.onward(to))));
    }

    @PostMapping("/sign-in")
    Page signIn(Visitor visitor, Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
        return form.submit(
                () -> {
                    var entered =
                            signIn.signIn(form.value("email"), form.value("password"), Device.of(request, addresses));
                    cookie.set(response, entered.cookie());
                    var onward = Page.to(Entrance.onward(form.value("to")));
                    return greetings
                            .to(entered.signIn().account())
                            .map(onward::saying)
                            .orElse(onward);
                },
                again -> templates.entranceSignin(frame, again));
    }

    @GetMapping("/sign-out")
    Page signOut(Visitor visitor, Frame frame) {
        return visitor.person().isPresent() ? Page.of(templates.entranceSignout(frame)) : Page.to("/");
    }

    @PostMapping("/sign-out")
    Page signOut(Visitor visitor, HttpServletResponse response) {
        visitor.person().map(Person::signIn).ifPresent(it -> sessions.endOne(it.account(), it.session()));
        cookie.clear(response);
        return Page.to("/").saying("accounts.signed-out");
    }
}
