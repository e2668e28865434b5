package app.teahouse.entrance;

import app.teahouse.accounts.ChangeAddress;
import app.teahouse.accounts.ChangePassword;
import app.teahouse.accounts.Device;
import app.teahouse.accounts.Tickets;
import app.teahouse.accounts.Tickets.Kind;
import app.teahouse.accounts.VerifyAddress;
import app.teahouse.kernel.Visitor;
import app.teahouse.mail.Mail;
import app.teahouse.security.Addresses;
import app.teahouse.security.SessionCookie;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where links in letters lead. Opening one changes nothing, since programs that check mail open links too; the button on the page
 * does.
 */
@Controller
class LinkPages {
    private final Templates templates;
    private final Tickets tickets;
    private final VerifyAddress verifyAddress;
    private final ChangeAddress changeAddress;
    private final ChangePassword changePassword;
    private final AskForReset askForReset;
    private final SessionCookie cookie;
    private final Addresses addresses;
    private final Mail mail;

    LinkPages(
            Templates templates,
            Tickets tickets,
            VerifyAddress verifyAddress,
            ChangeAddress changeAddress,
            ChangePassword changePassword,
            AskForReset askForReset,
            SessionCookie cookie,
            Addresses addresses,
            Mail mail) {
        this.templates = templates;
        this.tickets = tickets;
        this.verifyAddress = verifyAddress;
        this.changeAddress = changeAddress;
        this.changePassword = changePassword;
        this.askForReset = askForReset;
        this.cookie = cookie;
        this.addresses = addresses;
        this.mail = mail;
    }

    @GetMapping("/reset")
    Page askForReset(Visitor visitor, Frame frame) {
        return Page.of(templates.entranceForgotten(frame, Form.blank(frame), mail.leaves()));
    }

    @PostMapping("/reset")
    Page askForReset(Visitor visitor, Frame frame, Form form, HttpServletRequest request) {
        return form.submit(
                () -> {
                    askForReset.ask(form.value("email"), frame.locale(), Device.of(request, addresses));
                    return Page.to("/reset/sent");
                },
                again -> templates.entranceForgotten(frame, again, mail.leaves()));
    }

    @GetMapping("/reset/sent")
    Page resetSent(Visitor visitor, Frame frame) {
        return Page.of(templates.entranceForgottensent(frame, mail.leaves()));
    }

    @GetMapping("/reset/{code:.{40,}}")
    Page reset(Visitor visitor, Frame frame, @PathVariable String code) {
        var ticket = tickets.look(Kind.RESET, code);
        return Page.of(templates.entranceReset(
                frame, Form.blank(frame), code, ticket.email().text()));
    }

    @PostMapping("/reset/{code:.{40,}}")
    Page reset(
            Visitor visitor,
            Frame frame,
            Form form,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return form.submit(
                () -> {
                    var entered = changePassword.reset(code, form.value("password"), Device.of(request, addresses));
                    cookie.set(response, entered.cookie());
                    return Page.to("/").saying("accounts.password.changed");
                },
                again -> templates.entranceReset(
                        frame,
                        again,
                        code,
                        tickets.look(Kind.RESET, code).email().text()));
    }

    @GetMapping("/verify/{code}")
    Page verify(Visitor visitor, Frame frame, @PathVariable String code) {
        var ticket = tickets.look(Kind.VERIFY, code);
        return Page.of(templates.entranceConfirm(
                frame, "/verify/" + code, ticket.email().text()));
    }

    @PostMapping("/verify/{code}")
    Page verify(Visitor visitor, @PathVariable String code) {
        verifyAddress.verify(code);
        return Page.to("/").saying("accounts.address.verified");
    }

    @GetMapping("/address/{code}")
    Page changeAddress(Visitor visitor, Frame frame, @PathVariable String code) {
        var ticket = tickets.look(Kind.CHANGE_EMAIL, code);
        return Page.of(templates.entranceConfirm(
                frame, "/address/" + code, ticket.email().text()));
    }

    @PostMapping("/address/{code}")
    Page changeAddress(Visitor visitor, @PathVariable String code) {
        changeAddress.confirm(code);
        return Page.to("/").saying("accounts.address.verified");
    }
}
