package app.teahouse.web;

import app.teahouse.kernel.Visitor;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Light or dark, and the language: kept in two cookies of this browser, which scripts set at once; and in the profile. */
@Controller
class LookPages {
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final Templates templates;
    private final ProfileLanguage profileLanguage;

    LookPages(Templates templates, ProfileLanguage profileLanguage) {
        this.templates = templates;
        this.profileLanguage = profileLanguage;
    }

    @GetMapping("/look")
    Page look(Frame frame) {
        var theme = frame.theme();
        return Page.of(templates.webLook(
                frame, Form.blank(frame, "theme", theme == null ? "auto" : theme, "lang", frame.lang())));
    }

    @PostMapping("/look")
    Page choose(Visitor visitor, Form form, HttpServletResponse response) {
        var theme = form.value("theme");
        if (theme.matches("auto|light|dark")) {
            remember(response, "theme", theme);
        }
        var language = form.value("lang");
        if (language.matches("en|zh-CN")) {
            remember(response, "lang", language);
            visitor.person().ifPresent(person -> profileLanguage.choose(person, Locale.forLanguageTag(language)));
        }
        return Page.to("/").saying("web.look.done");
    }

    private static void remember(HttpServletResponse response, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
