package app.teahouse.passkeys;

import app.teahouse.accounts.Device;
import app.teahouse.entrance.Greetings;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.security.Addresses;
import app.teahouse.security.SessionCookie;
import app.teahouse.settings.Agent;
import app.teahouse.settings.SettingsEntry;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/** Passkeys in settings and at sign-in. The script {@code passkey.js} speaks with the JSON doors; without it there are passwords. */
@Controller
class PasskeyPages {
    private static final String HERE = "/me/settings/passkeys";

    private final Templates templates;
    private final PasskeyList list;
    private final AddPasskey addPasskey;
    private final SignInWithPasskey signIn;
    private final Challenges challenges;
    private final SessionCookie cookie;
    private final Addresses addresses;
    private final Greetings greetings;

    PasskeyPages(
            Templates templates,
            PasskeyList list,
            AddPasskey addPasskey,
            SignInWithPasskey signIn,
            Challenges challenges,
            SessionCookie cookie,
            Addresses addresses,
            Greetings greetings) {
        this.templates = templates;
        this.list = list;
        this.addPasskey = addPasskey;
        this.signIn = signIn;
        this.challenges = challenges;
        this.cookie = cookie;
        this.addresses = addresses;
        this.greetings = greetings;
    }

    @Bean
    static SettingsEntry passkeysEntry() {
        return new SettingsEntry(30, "passkeys.title", "fingerprint", HERE);
    }

    /** As the script sends it. */
    record MadeJson(Labelled publicKey) {}

    record Labelled(AddPasskey.Made credential, String label) {}

    /** All went well; the page knows where to go on. */
    record Done() {}

    record Party(String id, String name) {}

    record User(String id, String name, @Nullable String displayName) {}

    record Kind(String type, long alg) {}

    record Known(String type, String id) {}

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    record MakeJson(
            String challenge,
            Party rp,
            User user,
            List<Kind> pubKeyCredParams,
            List<Known> excludeCredentials,
            Selection authenticatorSelection,
            String attestation,
            long timeout) {}

    record ShowJson(String challenge, @Nullable String rpId, String userVerification, long timeout) {}

    @GetMapping(HERE)
    Page passkeys(Person person, Frame frame, HttpServletRequest request) {
        var device = Agent.of(Device.of(request, addresses).agent()).words(frame);
        return Page.of(templates.passkeysList(frame, list.of(person.account()), device));
    }

    @PostMapping(HERE + "/options")
    @ResponseBody
    MakeJson options(Person person, HttpServletResponse response) {
        var options = addPasskey.options(person, challenges.ask(purpose(person), response));
        return new MakeJson(
                options.getChallenge().toBase64UrlString(),
                new Party(options.getRp().getId(), options.getRp().getName()),
                new User(
                        options.getUser().getId().toBase64UrlString(),
                        options.getUser().getName(),
                        options.getUser().getDisplayName()),
                options.getPubKeyCredParams().stream().map(PasskeyPages::kind).toList(),
                list.of(person.account()).stream()
                        .map(one -> new Known("public-key", one.id()))
                        .toList(),
                new Selection("required", true, "required"),
                "none",
                Challenges.LIFE.toMillis());
    }

    private static Kind kind(PublicKeyCredentialParameters parameters) {
        return new Kind("public-key", parameters.getAlg().getValue());
    }

    @PostMapping(HERE)
    @ResponseBody
    Done add(Person person, @RequestBody MadeJson made, HttpServletRequest request, HttpServletResponse response) {
        var challenge = challenges.answered(purpose(person), request, response);
        addPasskey.add(
                person,
                made.publicKey().credential(),
                challenge,
                made.publicKey().label());
        return new Done();
    }

    @GetMapping(HERE + "/{id}")
    Page rename(Person person, Frame frame, @PathVariable String id) {
        var one = list.one(person, id);
        return Page.of(templates.passkeysOne(frame, one, Form.blank(frame, "name", one.name())));
    }

    @PostMapping(HERE + "/{id}")
    Page rename(Person person, Frame frame, Form form, @PathVariable String id) {
        var one = list.one(person, id);
        return form.submit(
                () -> {
                    list.rename(person, id, form.value("name"));
                    return Page.to(HERE).saying("passkeys.renamed");
                },
                again -> templates.passkeysOne(frame, one, again));
    }

    @PostMapping(HERE + "/{id}/removal")
    Page remove(Person person, @PathVariable String id) {
        list.remove(person, id);
        return Page.to(HERE).saying("passkeys.removed");
    }

    @PostMapping("/sign-in/passkey/options")
    @ResponseBody
    ShowJson options(Visitor visitor, HttpServletResponse response) {
        var options = signIn.options(challenges.ask("sign-in", response));
        return new ShowJson(
                options.getChallenge().toBase64UrlString(), options.getRpId(), "required", Challenges.LIFE.toMillis());
    }

    @PostMapping("/sign-in/passkey")
    @ResponseBody
    Done signIn(
            Visitor visitor,
            @RequestBody SignInWithPasskey.Shown shown,
            HttpServletRequest request,
            HttpServletResponse response) {
        var challenge = challenges.answered("sign-in", request, response);
        var entered = signIn.signIn(shown, challenge, Device.of(request, addresses));
        cookie.set(response, entered.cookie());
        greetings.to(entered.signIn().account()).ifPresent(word -> Page.say(response, word));
        return new Done();
    }

    private static String purpose(Person person) {
        return "make " + person.account().value();
    }
}
