package app.teahouse.settings;

import app.teahouse.accounts.ChangeAddress;
import app.teahouse.accounts.ChangePassword;
import app.teahouse.accounts.EditProfile;
import app.teahouse.accounts.VerifyAddress;
import app.teahouse.kernel.Person;
import app.teahouse.mail.Mail;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Zones;
import gg.jte.generated.precompiled.Templates;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's own settings: profile, address, password, and where they are signed in. */
@Controller
class SettingsPages {
    private static final String HERE = "/me/settings";

    private final Templates templates;
    private final ProfileSheet profile;
    private final EditProfile editProfile;
    private final ChangeAddress changeAddress;
    private final ChangePassword changePassword;
    private final VerifyAddress verifyAddress;
    private final SessionList sessionList;
    private final Mail mail;
    private final List<SettingsEntry> entries;

    SettingsPages(
            Templates templates,
            ProfileSheet profile,
            EditProfile editProfile,
            ChangeAddress changeAddress,
            ChangePassword changePassword,
            VerifyAddress verifyAddress,
            SessionList sessionList,
            Mail mail,
            List<SettingsEntry> entries) {
        this.templates = templates;
        this.profile = profile;
        this.editProfile = editProfile;
        this.changeAddress = changeAddress;
        this.changePassword = changePassword;
        this.verifyAddress = verifyAddress;
        this.sessionList = sessionList;
        this.mail = mail;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(SettingsEntry::order))
                .toList();
    }

    @GetMapping(HERE)
    Page profile(Person person, Frame frame) {
        var view = profile.of(person);
        var form = Form.blank(
                frame,
                "name",
                view.name(),
                "about",
                view.about(),
                "locale",
                view.locale() == null ? frame.lang() : view.locale(),
                "zone",
                view.zone());
        return Page.of(templates.settingsProfile(frame, form, Zones.around(frame, view.zone()), entries));
    }

    @PostMapping(HERE)
    Page edit(Person person, Frame frame, Form form) {
        return form.submit(
                () -> {
                    editProfile.edit(
                            person,
                            new EditProfile.Text(
                                    form.value("name"),
                                    form.value("about"),
                                    Locale.forLanguageTag(form.value("locale")),
                                    form.value("zone")));
                    return Page.to(HERE).saying("accounts.profile.saved");
                },
                again -> templates.settingsProfile(
                        frame, again, Zones.around(frame, frame.zone().getId()), entries));
    }

    @GetMapping(HERE + "/address")
    Page address(Person person, Frame frame) {
        return Page.of(templates.settingsAddress(frame, Form.blank(frame), profile.of(person), mail.leaves()));
    }

    @PostMapping(HERE + "/address")
    Page address(Person person, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var asked = changeAddress.ask(person, form.value("email"), form.value("password"));
                    return Page.to(HERE + "/address")
                            .saying(asked ? "accounts.address.link-sent" : "accounts.address.changed");
                },
                again -> templates.settingsAddress(frame, again, profile.of(person), mail.leaves()));
    }

    @PostMapping(HERE + "/address/verification")
    Page verification(Person person) {
        verifyAddress.again(person);
        return Page.to(HERE + "/address").saying("accounts.address.link-sent");
    }

    @GetMapping(HERE + "/password")
    Page password(Person person, Frame frame) {
        return Page.of(templates.settingsNewpassword(frame, Form.blank(frame), profile.of(person)));
    }

    @PostMapping(HERE + "/password")
    Page password(Person person, Frame frame, Form form) {
        return form.submit(
                () -> {
                    changePassword.change(person, form.value("current"), form.value("password"));
                    return Page.to(HERE).saying("accounts.password.changed");
                },
                again -> templates.settingsNewpassword(frame, again, profile.of(person)));
    }

    @GetMapping(HERE + "/sessions")
    Page sessions(Person person, Frame frame) {
        return Page.of(templates.settingsSessions(
                frame, sessionList.of(person.account(), person.signIn().session())));
    }

    @PostMapping(HERE + "/sessions/{id}/end")
    Page endSession(Person person, @PathVariable UUID id) {
        sessionList.end(person.account(), id);
        return Page.to(HERE + "/sessions").saying("accounts.sessions.ended");
    }

    @PostMapping(HERE + "/sessions/end-others")
    Page endOthers(Person person) {
        sessionList.endOthers(person.account(), person.signIn().session());
        return Page.to(HERE + "/sessions").saying("accounts.sessions.others-ended");
    }
}
