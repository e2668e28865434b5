package app.teahouse.muting;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.speaking.Hush;
import app.teahouse.speaking.Hushes;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A whole circle rests: from now on, or every night. */
@Controller
class HushPages {
    private final Templates templates;
    private final Hushes hushes;
    private final Clock clock;

    HushPages(Templates templates, Hushes hushes, Clock clock) {
        this.templates = templates;
        this.hushes = hushes;
        this.clock = clock;
    }

    private static String url(Staff staff) {
        return RulingPages.url(staff.member()) + "/rest";
    }

    @GetMapping("/c/{slug}/manage/speaking/rest")
    Page show(Staff staff, Frame frame) {
        return Page.of(page(staff, frame, Form.blank(frame)));
    }

    private JteModel page(Staff staff, Frame frame, Form form) {
        var set = hushes.of(staff.circle());
        var now = one(set, Hush.Kind.NOW);
        var daily = one(set, Hush.Kind.DAILY);
        var zone = staff.member().face().zone();
        return templates.mutingRest(
                frame,
                now == null || now.around(clock.instant(), zone).isEmpty() ? null : now,
                daily,
                form.at(frame, url(staff) + "/now", usual(null)),
                form.at(frame, url(staff) + "/daily", usual(daily)));
    }

    private static @Nullable Hush one(List<Hush> set, Hush.Kind kind) {
        return set.stream().filter(hush -> hush.kind() == kind).findFirst().orElse(null);
    }

    /** What the fields hold at first: as it is set, or else a quiet night. */
    private static @Nullable Object[] usual(@Nullable Hush set) {
        var hours = set == null ? null : set.hours();
        return new @Nullable Object[] {
            "surfaces",
            set == null
                    ? List.of("post", "comment")
                    : set.surfaces().stream().map(Db::name).toList(),
            "term",
            "hours",
            "from",
            hours == null ? "23:00" : hours.from().toString(),
            "to",
            hours == null ? "07:00" : hours.to().toString(),
            "spares",
            set == null
                    ? List.of("guest_expert")
                    : set.spares().stream().map(Db::name).toList(),
            "reason",
            set == null ? "" : set.reason()
        };
    }

    @PostMapping("/c/{slug}/manage/speaking/rest/{kind}")
    Page set(Staff staff, Frame frame, Form form, @PathVariable String kind) {
        var asked = RulingForm.constant(Hush.Kind.class, "kind", kind);
        return form.submit(
                () -> {
                    hushes.set(staff, hush(asked, form));
                    return Page.to(url(staff)).saying("muting.rest.set", url(staff) + "/" + kind + "/lifting");
                },
                again -> page(staff, frame, again));
    }

    private Hush hush(Hush.Kind kind, Form form) {
        return new Hush(
                kind,
                RulingForm.surfaces(form),
                form.values("spares").stream()
                        .map(name -> RulingForm.constant(Role.class, "spares", name))
                        .collect(Collectors.toSet()),
                kind == Hush.Kind.NOW ? until(form) : null,
                kind == Hush.Kind.DAILY
                        ? new Hush.Hours(
                                RulingForm.time("from", form.value("from")), RulingForm.time("to", form.value("to")))
                        : null,
                form.value("reason"));
    }

    private @Nullable Instant until(Form form) {
        return switch (form.value("term")) {
            case "hour" -> clock.instant().plus(Duration.ofHours(1));
            case "hours" -> clock.instant().plus(Duration.ofHours(8));
            case "day" -> clock.instant().plus(Duration.ofDays(1));
            case "ever" -> null;
            default -> throw Refusal.invalid("term", "field.unknown-choice");
        };
    }

    @PostMapping("/c/{slug}/manage/speaking/rest/{kind}/lifting")
    Page lift(Staff staff, @PathVariable String kind) {
        hushes.lift(staff, RulingForm.constant(Hush.Kind.class, "kind", kind));
        return Page.to(url(staff)).saying("muting.rest.lifted");
    }
}
