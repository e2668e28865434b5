package app.teahouse.welcome;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Partner;
import app.teahouse.questions.Answers;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What newcomers find, who they are, and where the owner sets it. {@link WelcomeApi} is the other door. */
@Controller
@RequestMapping("/c/{slug}")
class WelcomePages {
    static final int SIZE = 30;

    private final WelcomeSheet sheet;
    private final Settings settings;
    private final KeepNewcomers keep;
    private final Answers answers;
    private final Clock clock;
    private final Templates templates;

    WelcomePages(
            WelcomeSheet sheet,
            Settings settings,
            KeepNewcomers keep,
            Answers answers,
            Clock clock,
            Templates templates) {
        this.sheet = sheet;
        this.settings = settings;
        this.keep = keep;
        this.answers = answers;
        this.clock = clock;
        this.templates = templates;
    }

    @Bean
    static Tab newcomersTab() {
        return new Tab(Tab.Place.MEMBERS, 15, Tab.Who.STAFF, "welcome.newcomers", "/newcomers");
    }

    @Bean
    static Tab welcomeTab() {
        return new Tab(Tab.Place.MEMBERS, 70, Tab.Who.PARTNERS, "welcome.settings", "/manage/welcome");
    }

    @GetMapping("/welcome")
    Page show(Member member, Frame frame) {
        return Page.of(templates.welcomeWelcome(frame, sheet.of(member)));
    }

    /** For the head of the feed. */
    @GetMapping("/welcome/card")
    Page card(Member member, Frame frame) {
        return frame.fragment()
                ? Page.of(templates.welcomeCard(frame, sheet.of(member)))
                : Page.to("/c/" + member.face().slug() + "/welcome");
    }

    @PostMapping("/welcome/away")
    @WhileHalted
    @NoSurface("Only on one's own feed")
    Page putAway(Member member, Frame frame) {
        keep.putAway(member.circle(), member.account(), clock.instant());
        answers.skip(member);
        return frame.fragment()
                ? Page.of(templates.welcomeCard(frame, sheet.of(member)))
                : Page.to("/c/" + member.face().slug());
    }

    @GetMapping("/newcomers")
    Page newcomers(Member member, Frame frame, @RequestParam(required = false) @Nullable String before) {
        var waiting = sheet.waiting(member);
        return Page.of(templates.welcomeNewcomers(
                frame,
                settings.of(member.circle()).patience(),
                before == null ? waiting : List.of(),
                sheet.newest(member, before, SIZE),
                member.role().leads()));
    }

    @GetMapping("/manage/welcome")
    Page settings(Partner partner, Frame frame) {
        var setting = settings.of(partner.circle());
        return Page.of(settings(
                frame,
                setting.lostPlace(),
                Form.blank(
                        frame,
                        "tasks",
                        setting.tasks().stream().map(FirstStep::key).toList(),
                        "introduceAt",
                        setting.introduceAt(),
                        "message",
                        setting.message(),
                        "patience",
                        setting.patience())));
    }

    private JteModel settings(Frame frame, boolean lostPlace, Form form) {
        return templates.welcomeSettings(frame, lostPlace, form);
    }

    @PostMapping("/manage/welcome")
    Page choose(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    settings.choose(
                            partner,
                            new Settings.Wish(
                                    Settings.chosen(form.values("tasks")),
                                    WelcomeForm.number("introduceAt", form.text("introduceAt")),
                                    form.value("message"),
                                    WelcomeForm.hours(form.text("patience"))));
                    return Page.to("/c/" + partner.member().face().slug() + "/newcomers")
                            .saying("web.saved");
                },
                again -> settings(frame, false, again));
    }
}
