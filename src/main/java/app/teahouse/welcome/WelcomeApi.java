package app.teahouse.welcome;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Partner;
import app.teahouse.questions.Answers;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What newcomers find, and who they are, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class WelcomeApi {
    private final WelcomeSheet sheet;
    private final Settings settings;
    private final KeepNewcomers keep;
    private final Answers answers;
    private final Clock clock;

    WelcomeApi(WelcomeSheet sheet, Settings settings, KeepNewcomers keep, Answers answers, Clock clock) {
        this.sheet = sheet;
        this.settings = settings;
        this.keep = keep;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param task {@code profile}, {@code introduce}, {@code start} or {@code comment} */
    record TaskJson(String task, boolean done) {}

    /** @param html the owner's words, empty for none */
    record WelcomeJson(String html, List<TaskJson> tasks, boolean away) {}

    @GetMapping("/welcome")
    WelcomeJson one(Member member) {
        var view = sheet.of(member);
        return new WelcomeJson(
                view.html(),
                view.steps().stream()
                        .map(step -> new TaskJson(step.key(), step.done()))
                        .toList(),
                view.isAway());
    }

    @PutMapping("/welcome/away")
    @WhileHalted
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Only on one's own feed")
    void putAway(Member member) {
        keep.putAway(member.circle(), member.account(), clock.instant());
        answers.skip(member);
    }

    /**
     * @param number of the member
     * @param done the tasks they did
     * @param introducedIn the number of the post where they introduced themselves
     */
    record NewcomerJson(
            long number,
            String alias,
            Instant joinedAt,
            List<String> done,
            @Nullable Instant introducedAt,
            @Nullable Long introducedIn,
            @Nullable Instant answeredAt) {

        static NewcomerJson of(NewcomerView view) {
            return new NewcomerJson(
                    view.card().number(),
                    view.card().alias(),
                    view.joinedAt(),
                    view.done().stream().map(FirstStep::key).toList(),
                    view.introducedAt(),
                    view.introducedIn(),
                    view.answeredAt());
        }
    }

    record NewcomerPageJson(
            List<NewcomerJson> items, @Nullable String next) {}

    record NewcomerListJson(List<NewcomerJson> items) {}

    /** For staff and volunteers. */
    @GetMapping("/newcomers")
    NewcomerPageJson newcomers(Member member, @RequestParam(required = false) @Nullable String before) {
        var page = sheet.newest(member, before, WelcomePages.SIZE);
        return new NewcomerPageJson(page.items().stream().map(NewcomerJson::of).toList(), page.next());
    }

    /** Who introduced themselves and waits for an answer, the longest first; at most fifty. */
    @GetMapping("/newcomers/waiting")
    NewcomerListJson waiting(Member member) {
        return new NewcomerListJson(
                sheet.waiting(member).stream().map(NewcomerJson::of).toList());
    }

    /**
     * @param introduceAt the number of the post below which one introduces oneself; null for a post of one's own
     * @param message in Markdown; {@code {name}} and {@code {circle}} are filled in
     * @param patience after so many hours an introduction without an answer waits
     */
    record WelcomeSettingJson(
            @Nullable List<String> tasks,
            @Nullable Long introduceAt,
            @Nullable String message,
            @Nullable Integer patience) {}

    @GetMapping("/welcome/setting")
    WelcomeSettingJson setting(Partner partner) {
        var setting = settings.of(partner.circle());
        return new WelcomeSettingJson(
                setting.tasks().stream().map(FirstStep::key).toList(),
                setting.introduceAt(),
                setting.message(),
                setting.patience());
    }

    @PutMapping("/welcome/setting")
    WelcomeSettingJson choose(Partner partner, @RequestBody WelcomeSettingJson wish) {
        settings.choose(
                partner,
                new Settings.Wish(
                        Settings.chosen(Objects.requireNonNullElse(wish.tasks(), List.of())),
                        wish.introduceAt(),
                        Objects.requireNonNullElse(wish.message(), ""),
                        Objects.requireNonNullElse(wish.patience(), Setting.FIRST.patience())));
        return setting(partner);
    }
}
