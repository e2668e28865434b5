package app.teahouse.coupons;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import app.teahouse.web.Csv;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Money › Coupons. {@link CouponApi} is the other door. */
@Controller
class CouponPages {
    private final Templates templates;
    private final CouponSheet sheet;
    private final MakeCoupon makeCoupon;
    private final Plans plans;

    CouponPages(Templates templates, CouponSheet sheet, MakeCoupon makeCoupon, Plans plans) {
        this.templates = templates;
        this.sheet = sheet;
        this.makeCoupon = makeCoupon;
        this.plans = plans;
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money/coupons";
    }

    @GetMapping("/c/{slug}/manage/money/coupons")
    Page list(Partner partner, Frame frame, @RequestParam(required = false) @Nullable CouponId before) {
        return Page.of(templates.couponsList(
                frame, sheet.page(partner, before), !plans.all(partner.circle()).isEmpty()));
    }

    @GetMapping("/c/{slug}/manage/money/coupons/new")
    Page begin(Partner partner, Frame frame) {
        return Page.of(form(
                partner,
                frame,
                Form.blank(frame, "kind", "percent", "percent", 20, "purpose", "both", "personMost", 1, "codes", 1)));
    }

    private JteModel form(Partner partner, Frame frame, Form form) {
        var named = new LinkedHashMap<String, String>();
        var currencies = new LinkedHashMap<String, String>();
        named.put("", frame.t("coupons.plan.all"));
        for (var plan : plans.all(partner.circle())) {
            if (plan.state() != Plan.State.WITHDRAWN) {
                named.put(Long.toString(plan.number()), plan.name());
            }
            var currency = plan.price().currency();
            currencies.put(currency.getCurrencyCode(), currency.getDisplayName(frame.locale()));
        }
        var purposes = new LinkedHashMap<String, String>();
        purposes.put("both", frame.t("coupons.purpose.both"));
        purposes.put("join", frame.t("coupons.purpose.join"));
        purposes.put("renew", frame.t("coupons.purpose.renew"));
        return templates.couponsForm(frame, form, named, purposes, currencies);
    }

    @PostMapping("/c/{slug}/manage/money/coupons")
    Page make(Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var id = makeCoupon.make(partner, text(form));
                    return Page.to(url(partner) + "/" + Ids.text(id)).saying("coupons.made");
                },
                again -> form(partner, frame, again));
    }

    @GetMapping("/c/{slug}/manage/money/coupons/{id}")
    Page one(Partner partner, @PathVariable CouponId id, Frame frame) {
        return Page.of(templates.couponsOne(frame, sheet.one(partner, id)));
    }

    @PostMapping("/c/{slug}/manage/money/coupons/{id}/removal")
    Page off(Partner partner, @PathVariable CouponId id) {
        makeCoupon.turn(partner, id, false);
        return Page.to(url(partner) + "/" + Ids.text(id)).saying("coupons.turned-off");
    }

    @PostMapping("/c/{slug}/manage/money/coupons/{id}/return")
    Page on(Partner partner, @PathVariable CouponId id) {
        makeCoupon.turn(partner, id, true);
        return Page.to(url(partner) + "/" + Ids.text(id)).saying("coupons.turned-on");
    }

    @GetMapping("/c/{slug}/manage/money/coupons/{id}/codes.csv")
    void codes(Partner partner, @PathVariable CouponId id, Frame frame, HttpServletResponse response)
            throws IOException {
        Csv.send(response, "coupon-" + Ids.text(id), out -> {
            Csv.line(out, List.of(frame.t("coupons.code"), frame.t("coupons.uses")));
            for (var line : sheet.codes(partner, id)) {
                Csv.line(out, List.of(line.code(), Integer.toString(line.uses())));
            }
        });
    }

    private static CouponText text(Form form) {
        var plan = number(form, "plan");
        return new CouponText(
                form.text("name"),
                form.text("kind"),
                number(form, "percent"),
                amount(form),
                plan == null ? null : plan.longValue(),
                form.text("purpose"),
                number(form, "usesMost"),
                number(form, "personMost"),
                day(form, "firstDay"),
                day(form, "lastDay"),
                number(form, "codes"),
                form.text("word"));
    }

    private static @Nullable Money amount(Form form) {
        var code = form.value("currency");
        return code.matches("[A-Z]{3}")
                        && Currency.getAvailableCurrencies().stream()
                                .anyMatch(one -> one.getCurrencyCode().equals(code))
                ? Prices.typed(form.value("amount"), Currency.getInstance(code)).orElse(null)
                : null;
    }

    private static @Nullable Integer number(Form form, String field) {
        var typed = form.text(field);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("[0-9]{1,7}")) {
            throw Refusal.invalid(field, "coupon.number");
        }
        return Integer.valueOf(typed);
    }

    private static @Nullable LocalDate day(Form form, String field) {
        var typed = form.text(field);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "coupon.day");
        }
    }
}
