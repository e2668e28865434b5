package app.teahouse.passes;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plans;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Manage › Money › Free or paid: what becomes of those who are there, with their number, before the button. */
@Controller
class PricePages {
    private final Templates templates;
    private final ChangePrice changePrice;
    private final Circles circles;
    private final Plans plans;
    private final Clock clock;

    PricePages(Templates templates, ChangePrice changePrice, Circles circles, Plans plans, Clock clock) {
        this.templates = templates;
        this.changePrice = changePrice;
        this.circles = circles;
        this.plans = plans;
        this.clock = clock;
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money/price";
    }

    @GetMapping("/c/{slug}/manage/money/price")
    Page page(Partner partner, Frame frame) {
        return page(
                partner,
                frame,
                Form.blank(frame, "choice", "kept", "until", today(partner).plusDays(90)));
    }

    private Page page(Partner partner, Frame frame, Form form) {
        return Page.of(templates.passesPrice(frame, view(partner), form));
    }

    private PriceView view(Partner partner) {
        var circle = circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        var today = today(partner);
        return new PriceView(
                circle.price() == Circle.Price.PAID,
                circle.publicReading(),
                plans.onSale(circle.id()).stream().anyMatch(plan -> plan.isOnSale(today)),
                changePrice.present(circle.id()),
                changePrice.paid(circle.id()),
                circle.price() == Circle.Price.PAID
                        ? changePrice.chosen(circle.id()).orElse(null)
                        : null,
                today.plusDays(ChangePrice.LEAST_DAYS));
    }

    private LocalDate today(Partner partner) {
        return Calendar.today(clock.instant(), partner.member().face().zone());
    }

    @PostMapping("/c/{slug}/manage/money/price/paid")
    Page toPaid(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var choice = ChangePrice.choices().get(form.value("choice"));
                    if (choice == null) {
                        throw Refusal.invalid("choice", "field.unknown-choice");
                    }
                    changePrice.toPaid(partner, choice, day(form.text("until")));
                    return Page.to(url(partner)).saying("passes.price.now-paid");
                },
                again -> templates.passesPrice(frame, view(partner), again));
    }

    @PostMapping("/c/{slug}/manage/money/price/free")
    Page toFree(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    changePrice.toFree(partner);
                    return changePrice.paid(partner.circle()) == 0
                            ? Page.to(url(partner)).saying("passes.price.now-free")
                            : Page.to("/c/" + partner.member().face().slug() + "/manage/money/unused")
                                    .saying("passes.price.now-free.unused");
                },
                again -> templates.passesPrice(frame, view(partner), again));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
