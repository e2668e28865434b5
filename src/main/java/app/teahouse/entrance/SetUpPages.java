package app.teahouse.entrance;

import app.teahouse.accounts.Device;
import app.teahouse.kernel.Refusal;
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

/** The page on which the first person becomes the operator; there is none afterwards. */
@Controller
class SetUpPages {
    private final Templates templates;
    private final SetUp setUp;
    private final SessionCookie cookie;
    private final Addresses addresses;

    SetUpPages(Templates templates, SetUp setUp, SessionCookie cookie, Addresses addresses) {
        this.templates = templates;
        this.setUp = setUp;
        this.cookie = cookie;
        this.addresses = addresses;
    }

    @GetMapping("/setup")
    Page ask(Visitor visitor, Frame frame, @RequestParam(required = false) @Nullable String code) {
        checkOpen();
        return Page.of(templates.entranceSetup(frame, Form.blank(frame, "code", code)));
    }

    @PostMapping("/setup")
    Page setUp(Visitor visitor, Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
        checkOpen();
        return form.submit(
                () -> {
                    var entered = setUp.setUp(
                            EntrancePages.details(frame, form), form.value("code"), Device.of(request, addresses));
                    cookie.set(response, entered.cookie());
                    return Page.to("/").saying("accounts.set-up.done");
                },
                again -> templates.entranceSetup(frame, again));
    }

    private void checkOpen() {
        if (!setUp.isOpen()) {
            throw Refusal.notFound("page.unknown");
        }
    }
}
