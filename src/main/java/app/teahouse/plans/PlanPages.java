package app.teahouse.plans;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Surface;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Manage › Money › Plans. {@link PlanApi} is the other door. */
@Controller
class PlanPages {
    /** Where a plan may let nobody speak; staff are asked nowhere. */
    static final List<Surface> CLOSABLE =
            List.of(Surface.POST, Surface.COMMENT, Surface.REACTION, Surface.UPLOAD, Surface.HOMEWORK);

    private final Templates templates;
    private final Plans plans;
    private final Terms terms;
    private final WritePlan writePlan;
    private final Circles circles;
    private final Ways ways;

    PlanPages(Templates templates, Plans plans, Terms terms, WritePlan writePlan, Circles circles, Ways ways) {
        this.templates = templates;
        this.plans = plans;
        this.terms = terms;
        this.writePlan = writePlan;
        this.circles = circles;
        this.ways = ways;
    }

    static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money/plans";
    }

    @GetMapping("/c/{slug}/manage/money/plans")
    Page list(Partner partner, Frame frame) {
        return list(partner, frame, termsForm(partner, frame));
    }

    private Page list(Partner partner, Frame frame, Form form) {
        return Page.of(templates.plansList(frame, plans.all(partner.circle()), isPaid(partner), form));
    }

    /** Whoever wants to buy it could not pay: that is what comes next. */
    private boolean noWay(Partner partner, PlanText text) {
        return ways.of(partner.circle()).stream()
                .noneMatch(way -> text.price() != null && way.takes(text.price().code()));
    }

    private boolean isPaid(Partner partner) {
        return circles.fresh(partner.circle())
                .filter(circle -> circle.price() == Circle.Price.PAID)
                .isPresent();
    }

    private Form termsForm(Partner partner, Frame frame) {
        var chosen = terms.of(partner.circle());
        return Form.blank(
                frame,
                "graceDays",
                chosen.graceDays(),
                "refundHours",
                chosen.refundHours(),
                "refundsMost",
                chosen.refundsMost());
    }

    @PostMapping("/c/{slug}/manage/money/plans/terms")
    Page chooseTerms(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    terms.choose(
                            partner,
                            new Terms.Chosen(
                                    number(form, "graceDays", 0),
                                    number(form, "refundHours", 0),
                                    number(form, "refundsMost", 0)));
                    return Page.to(url(partner)).saying("plans.terms.saved");
                },
                again -> templates.plansList(frame, plans.all(partner.circle()), isPaid(partner), again));
    }

    @GetMapping("/c/{slug}/manage/money/plans/new")
    Page begin(Partner partner, Frame frame) {
        var form = Form.blank(
                frame,
                "kind",
                "yearly",
                "currency",
                partner.member().face().language().getLanguage().equals("zh") ? "CNY" : "USD",
                "tier",
                1,
                "earlyPercent",
                100,
                "soonPercent",
                100,
                "latePercent",
                100,
                "trialDays",
                0,
                "onSale",
                true);
        return Page.of(templates.plansForm(frame, null, form, Prices.currencies(frame.locale())));
    }

    @PostMapping("/c/{slug}/manage/money/plans")
    Page make(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var text = text(form);
                    writePlan.make(partner, text);
                    return text.onSale() && isPaid(partner) && noWay(partner, text)
                            ? Page.to("/c/" + partner.member().face().slug() + "/manage/money/ways")
                                    .saying("plans.made.no-way")
                            : Page.to(url(partner)).saying("plans.made");
                },
                again -> templates.plansForm(frame, null, again, Prices.currencies(frame.locale())));
    }

    @GetMapping("/c/{slug}/manage/money/plans/{number}")
    Page one(Partner partner, Frame frame, @PathVariable long number) {
        var plan = plans.byNumber(partner.circle(), number);
        return Page.of(templates.plansForm(frame, plan, filled(frame, plan), Prices.currencies(frame.locale())));
    }

    @PostMapping("/c/{slug}/manage/money/plans/{number}")
    Page change(Partner partner, Frame frame, @PathVariable long number, Form form) {
        return form.submit(
                () -> {
                    writePlan.change(partner, number, text(form));
                    return Page.to(url(partner)).saying("plans.saved");
                },
                again -> templates.plansForm(
                        frame, plans.byNumber(partner.circle(), number), again, Prices.currencies(frame.locale())));
    }

    private static Form filled(Frame frame, Plan plan) {
        return Form.blank(
                frame,
                "name",
                plan.name(),
                "promise",
                plan.promise(),
                "tier",
                plan.tier(),
                "kind",
                PlanRows.kind(plan.period()),
                "lasts",
                PlanRows.lasts(plan.period()),
                "lastDay",
                plan.period() instanceof Period.Until(var day) ? day : null,
                "price",
                Prices.plain(plan.price()),
                "currency",
                plan.price().code(),
                "earlyPercent",
                plan.percents().early(),
                "soonPercent",
                plan.percents().soon(),
                "latePercent",
                plan.percents().late(),
                "trialDays",
                plan.trialDays(),
                "freeFrom",
                plan.freeFrom(),
                "freeUntil",
                plan.freeUntil(),
                "automatic",
                plan.automatic(),
                "closes",
                plan.closes().stream().map(Db::name).toList(),
                "onSale",
                plan.state() == Plan.State.ON_SALE);
    }

    private static PlanText text(Form form) {
        return new PlanText(
                form.text("name"),
                form.text("promise"),
                maybeNumber(form, "tier"),
                form.text("kind"),
                maybeNumber(form, "lasts"),
                day(form, "lastDay"),
                price(form),
                maybeNumber(form, "earlyPercent"),
                maybeNumber(form, "soonPercent"),
                maybeNumber(form, "latePercent"),
                maybeNumber(form, "trialDays"),
                day(form, "freeFrom"),
                day(form, "freeUntil"),
                form.has("automatic"),
                CLOSABLE.stream()
                        .filter(surface -> form.has("closes", Db.name(surface)))
                        .collect(Collectors.toUnmodifiableSet()),
                form.has("onSale"));
    }

    private static @Nullable Money price(Form form) {
        var currency = Prices.currency(form.value("currency"))
                .orElseThrow(() -> Refusal.invalid("currency", "field.unknown-choice"));
        return Prices.typed(form.value("price"), currency).orElse(null);
    }

    private static @Nullable Integer maybeNumber(Form form, String field) {
        var typed = form.text(field);
        return typed == null ? null : (Integer) number(form, field, 0);
    }

    private static int number(Form form, String field, int otherwise) {
        var typed = form.text(field);
        if (typed == null) {
            return otherwise;
        }
        if (!typed.matches("[0-9]{1,6}")) {
            throw Refusal.invalid(field, "plan.number");
        }
        return Integer.parseInt(typed);
    }

    private static @Nullable LocalDate day(Form form, String field) {
        var typed = form.text(field);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "plan.day");
        }
    }
}
