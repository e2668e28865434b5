package app.teahouse.tokens;

import app.teahouse.kernel.Person;
import app.teahouse.settings.SettingsEntry;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Tokens in settings. */
@Controller
class TokenPages {
    private static final String HERE = "/me/settings/tokens";

    private final Templates templates;
    private final TokenList list;
    private final MakeToken makeToken;

    TokenPages(Templates templates, TokenList list, MakeToken makeToken) {
        this.templates = templates;
        this.list = list;
        this.makeToken = makeToken;
    }

    @Bean
    static SettingsEntry tokensEntry() {
        return new SettingsEntry(50, "tokens.title", "key", HERE);
    }

    @GetMapping(HERE)
    Page tokens(Person person, Frame frame) {
        return Page.of(templates.tokensList(
                frame, Form.blank(frame, "scopes", "read", "days", "90"), list.of(person.account())));
    }

    /** Answers with the page that tells the secret; it is nowhere else and may not be kept. */
    @PostMapping(HERE)
    Page make(Person person, Frame frame, Form form, HttpServletResponse response) {
        return form.submit(
                () -> {
                    var secret = makeToken.make(
                            person,
                            new MakeToken.Text(form.value("name"), form.values("scopes"), days(form.text("days"))));
                    response.setHeader("Cache-Control", "no-store");
                    return Page.of(templates.tokensMade(frame, secret));
                },
                again -> templates.tokensList(frame, again, list.of(person.account())));
    }

    private static @Nullable Integer days(@Nullable String typed) {
        return typed == null ? null : typed.matches("[0-9]{1,4}") ? Integer.valueOf(typed) : Integer.valueOf(-1);
    }

    @PostMapping(HERE + "/{id}/removal")
    Page revoke(Person person, @PathVariable UUID id) {
        list.revoke(person, id);
        return Page.to(HERE).saying("tokens.revoked");
    }
}
