package app.teahouse.treasury;

import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Currency;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The operator's rules about money: when income is free, from and above which sums payouts go, how long books are kept. */
@Controller
class RulePages {
    private static final String HERE = "/site/money/rules";

    private final Templates templates;
    private final MoneyRules moneyRules;

    RulePages(Templates templates, MoneyRules moneyRules) {
        this.templates = templates;
        this.moneyRules = moneyRules;
    }

    @GetMapping(HERE)
    Page rules(Operator operator, Frame frame) {
        var rules = moneyRules.rules();
        var form =
                Form.blank(frame, "settleDays", rules.settleDays(), "keepYears", rules.keepYears(), "currency", "CNY");
        return Page.of(page(frame, form));
    }

    private JteModel page(Frame frame, Form form) {
        return templates.treasuryRules(frame, moneyRules.set(), form);
    }

    @PostMapping(HERE)
    Page change(Operator operator, Frame frame, Form form) {
        return form.submit(
                () -> {
                    moneyRules.change(
                            operator, new MoneyRules.Rules(number(form, "settleDays"), number(form, "keepYears")));
                    return Page.to(HERE).saying("web.saved");
                },
                again -> page(frame, again));
    }

    @PostMapping(HERE + "/bounds")
    Page bounds(Operator operator, Frame frame, Form form) {
        return form.submit(
                () -> {
                    moneyRules.change(operator, new MoneyRules.Bounds(money(form, "least"), money(form, "large")));
                    return Page.to(HERE).saying("web.saved");
                },
                again -> page(frame, again));
    }

    /** What is no number is outside of every range. */
    private static int number(Form form, String field) {
        var typed = form.value(field).strip();
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : -1;
    }

    private static Money money(Form form, String field) {
        return Prices.typed(form.value(field), currency(form))
                .orElseThrow(() -> Refusal.invalid(field, "treasury." + field));
    }

    private static Currency currency(Form form) {
        return Prices.currency(form.value("currency"))
                .orElseThrow(() -> Refusal.invalid("currency", "field.unknown-choice"));
    }
}
