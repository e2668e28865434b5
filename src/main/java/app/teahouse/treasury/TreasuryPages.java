package app.teahouse.treasury;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Books;
import app.teahouse.ledger.Figure;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The money of all circles in an operator's browser: sums, the transfers behind each, and debts that were settled by hand. */
@Controller
class TreasuryPages {
    private static final String HERE = "/site/money/circles";

    private final Templates templates;
    private final SiteMoney siteMoney;
    private final SettleDebt settleDebt;
    private final Books books;

    TreasuryPages(Templates templates, SiteMoney siteMoney, SettleDebt settleDebt, Books books) {
        this.templates = templates;
        this.siteMoney = siteMoney;
        this.settleDebt = settleDebt;
        this.books = books;
    }

    @GetMapping(HERE)
    Page circles(Operator operator, Frame frame, @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.treasuryCircles(frame, siteMoney.whole(operator), siteMoney.page(operator, before)));
    }

    @GetMapping(HERE + "/{circle}")
    Page circle(Operator operator, @PathVariable CircleId circle, Frame frame) {
        return Page.of(circle(operator, circle, frame, Form.blank(frame, "id", Ids.text(new CircleId(Ids.next())))));
    }

    private JteModel circle(Operator operator, CircleId circle, Frame frame, Form form) {
        return templates.treasuryCircle(frame, siteMoney.of(operator, circle), settleDebt.of(circle), form);
    }

    /** The transfers behind a figure. */
    @GetMapping(HERE + "/{circle}/accounts/{figure}")
    Page account(
            Operator operator,
            @PathVariable CircleId circle,
            @PathVariable String figure,
            Frame frame,
            @RequestParam String currency,
            @RequestParam(required = false) @Nullable String before) {
        var sums = siteMoney.of(operator, circle);
        var shown = Figure.of(figure);
        var page = books.statement(circle, shown, currency(currency), before);
        return Page.of(templates.treasuryAccount(frame, sums, shown, currency, page));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("page.unknown");
        }
    }

    @PostMapping(HERE + "/{circle}/settlements")
    Page settle(Operator operator, @PathVariable CircleId circle, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var wish = new SettleDebt.Wish(
                            Ids.parse(form.value("id")), amount(form), form.value("reference"), form.value("reason"));
                    settleDebt.settle(operator, circle, wish);
                    return Page.to(HERE + "/" + Ids.text(circle)).saying("treasury.settled");
                },
                again -> circle(operator, circle, frame, again));
    }

    private static Money amount(Form form) {
        return Prices.typed(form.value("amount"), currency(form.value("currency")))
                .orElseThrow(() -> Refusal.invalid("amount", "debt.nothing"));
    }
}
