package app.teahouse.orders;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.math.BigDecimal;
import java.util.Currency;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The operator's fee: for all circles, or for one. */
@Controller
class FeePages {
    private static final String HERE = "/site/money/fees";

    private final Templates templates;
    private final Fees fees;
    private final Circles circles;

    FeePages(Templates templates, Fees fees, Circles circles) {
        this.templates = templates;
        this.fees = fees;
        this.circles = circles;
    }

    @GetMapping(HERE)
    Page list(Operator operator, Frame frame) {
        return Page.of(page(operator, frame, Form.blank(frame, "percent", "5", "fixed", "0", "currency", "CNY")));
    }

    private JteModel page(Operator operator, Frame frame, Form form) {
        var lines = fees.all(operator).stream()
                .map(set -> new FeeLine(
                        set.circle().equals(Fees.ALL) ? null : set.circle(),
                        name(set.circle()),
                        percent(set.basisPoints()),
                        set.fixed()))
                .toList();
        return templates.ordersFees(frame, lines, form);
    }

    private String name(CircleId circle) {
        return circle.equals(Fees.ALL)
                ? ""
                : circles.byId(circle)
                        .map(Circle::face)
                        .map(Face::name)
                        .orElse(circle.value().toString());
    }

    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }

    @PostMapping(HERE)
    Page set(Operator operator, Frame frame, Form form) {
        return form.submit(
                () -> {
                    fees.set(operator, circle(form), basisPoints(form), fixed(form));
                    return Page.to(HERE).saying("orders.fees.set");
                },
                again -> page(operator, frame, again));
    }

    /** The circle pays what all pay again. */
    @PostMapping(HERE + "/{circle}/removal")
    Page remove(Operator operator, @PathVariable CircleId circle, Form form) {
        fees.remove(operator, circle, currency(form));
        return Page.to(HERE).saying("orders.fees.removed");
    }

    private CircleId circle(Form form) {
        var slug = form.text("circle");
        if (slug == null) {
            return Fees.ALL;
        }
        var id = circles.idOf(slug);
        return circles.byId(id).map(Circle::id).orElseThrow(() -> Refusal.invalid("circle", "circle.unknown"));
    }

    private static int basisPoints(Form form) {
        var typed = form.value("percent").strip();
        if (!typed.matches("[0-9]{1,2}(\\.[0-9]{1,2})?")) {
            throw Refusal.invalid("percent", "fee.percent");
        }
        return new BigDecimal(typed).movePointRight(2).intValueExact();
    }

    private static Money fixed(Form form) {
        return Prices.typed(form.value("fixed"), currency(form))
                .orElseThrow(() -> Refusal.invalid("fixed", "fee.fixed"));
    }

    private static Currency currency(Form form) {
        return Prices.currency(form.value("currency"))
                .orElseThrow(() -> Refusal.invalid("currency", "field.unknown-choice"));
    }
}
