package app.teahouse.site;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The site's settings in an operator's browser, and the pages that everybody reads: terms and privacy. */
@Controller
class SettingPages {
    private final Templates templates;
    private final Site site;
    private final ChangeSetting changeSetting;

    SettingPages(Templates templates, Site site, ChangeSetting changeSetting) {
        this.templates = templates;
        this.site = site;
        this.changeSetting = changeSetting;
    }

    @GetMapping("/site/settings")
    Page settings(Operator operator, Frame frame) {
        var setting = site.setting();
        var form = Form.blank(
                frame,
                "name",
                setting.name(),
                "logo",
                setting.logo(),
                "founders",
                Db.name(setting.founders()),
                "listingApproval",
                setting.listingApproval(),
                "terms",
                setting.terms(),
                "privacy",
                setting.privacy(),
                "footer",
                setting.footer(),
                "reports",
                setting.reports());
        return Page.of(templates.siteSettings(frame, form));
    }

    @PostMapping("/site/settings")
    Page change(Operator operator, Frame frame, Form form) {
        return form.submit(
                () -> {
                    changeSetting.change(operator, text(form));
                    return Page.to("/site/settings").saying("web.saved");
                },
                again -> templates.siteSettings(frame, again));
    }

    @GetMapping("/terms")
    Page terms(Visitor visitor, Frame frame) {
        return word(frame, "site.terms", site.setting().termsHtml());
    }

    @GetMapping("/privacy")
    Page privacy(Visitor visitor, Frame frame) {
        return word(frame, "site.privacy", site.setting().privacyHtml());
    }

    /** The operator's own words; there is no page while there are none. */
    private Page word(Frame frame, String title, String html) {
        if (html.isEmpty()) {
            throw Refusal.notFound("page.unknown");
        }
        return Page.of(templates.siteWord(frame, title, html));
    }

    private static SettingText text(Form form) {
        return new SettingText(
                form.text("name"),
                form.text("logo"),
                form.text("founders"),
                form.has("listingApproval", "true"),
                form.value("terms"),
                form.value("privacy"),
                form.text("footer"),
                form.text("reports"));
    }
}
