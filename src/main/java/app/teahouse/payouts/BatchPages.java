package app.teahouse.payouts;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Operator;
import app.teahouse.web.Csv;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator pays owners: a list for the bank, and what came of each. */
@Controller
class BatchPages {
    private final Templates templates;
    private final PayByHand payByHand;
    private final ReturnPayout returnPayout;
    private final ReleasePayout releasePayout;
    private final Circles circles;

    BatchPages(
            Templates templates,
            PayByHand payByHand,
            ReturnPayout returnPayout,
            ReleasePayout releasePayout,
            Circles circles) {
        this.templates = templates;
        this.payByHand = payByHand;
        this.returnPayout = returnPayout;
        this.releasePayout = releasePayout;
        this.circles = circles;
    }

    @GetMapping("/site/money/payouts")
    Page list(Operator operator, Frame frame) {
        return Page.of(page(operator, frame, Form.blank(frame)));
    }

    private JteModel page(Operator operator, Frame frame, Form form) {
        var open = payByHand.open(operator);
        var held = releasePayout.held(operator);
        var all = Stream.concat(open.stream(), held.stream().map(HeldPayout::payout))
                .toList();
        return templates.payoutsBatch(frame, open, held, payByHand.batches(operator), names(all), form);
    }

    private Map<CircleId, String> names(List<Payout> payouts) {
        var names = new HashMap<CircleId, String>();
        circles.byIds(payouts.stream().map(Payout::circle).distinct().toList())
                .forEach((id, circle) -> names.put(id, circle.face().name()));
        return names;
    }

    /** What was paid or failed, with the list in which it stood. */
    @GetMapping("/site/money/payouts/decided")
    Page decided(Operator operator, Frame frame, @RequestParam(required = false) @Nullable String before) {
        return Page.of(decided(operator, frame, Form.blank(frame), before));
    }

    private JteModel decided(Operator operator, Frame frame, Form form, @Nullable String before) {
        var page = payByHand.decided(operator, before);
        return templates.payoutsDecided(
                frame, page, names(page.items().stream().map(Decided::payout).toList()), form, before);
    }

    @PostMapping("/site/money/payouts/batches")
    Page batch(Operator operator) {
        payByHand.batch(operator);
        return Page.to("/site/money/payouts").saying("payouts.batch.taken");
    }

    /** Opens in a spreadsheet; cells that begin like a formula are made harmless. */
    @GetMapping("/site/money/payouts/batches/{batch}.csv")
    void csv(Operator operator, @PathVariable UUID batch, HttpServletResponse response) throws IOException {
        Csv.send(response, "payouts-" + batch, out -> {
            Csv.line(out, List.of("id", "holder", "bank", "number", "amount", "currency"));
            for (var line : payByHand.lines(operator, batch)) {
                var amount = line.payout().amount();
                Csv.line(
                        out,
                        List.of(
                                line.payout().key(),
                                line.holder(),
                                line.bank(),
                                Csv.digits(line.number()),
                                Prices.plain(amount),
                                amount.code()));
            }
        });
    }

    /** Of a circle that the operator closed. */
    @PostMapping("/site/money/payouts/{circle}/{id}/release")
    Page release(Operator operator, @PathVariable CircleId circle, @PathVariable PayoutId id, Frame frame, Form form) {
        return form.submit(
                () -> {
                    releasePayout.release(operator, circle, id, form.has("alone", "true"));
                    return Page.to("/site/money/payouts").saying("payouts.batch.released");
                },
                again -> page(operator, frame, again));
    }

    @PostMapping("/site/money/payouts/{circle}/{id}/payment")
    Page paid(Operator operator, @PathVariable CircleId circle, @PathVariable PayoutId id, Frame frame, Form form) {
        return form.submit(
                () -> {
                    payByHand.paid(operator, circle, id, form.value("reference"));
                    return Page.to("/site/money/payouts").saying("payouts.batch.paid");
                },
                again -> page(operator, frame, again));
    }

    @PostMapping("/site/money/payouts/{circle}/{id}/failure")
    Page failed(Operator operator, @PathVariable CircleId circle, @PathVariable PayoutId id, Frame frame, Form form) {
        return form.submit(
                () -> {
                    payByHand.failed(operator, circle, id, form.value("reference"));
                    return Page.to("/site/money/payouts").saying("payouts.batch.failed");
                },
                again -> page(operator, frame, again));
    }

    @PostMapping("/site/money/payouts/{circle}/{id}/return")
    Page returned(Operator operator, @PathVariable CircleId circle, @PathVariable PayoutId id, Frame frame, Form form) {
        return form.submit(
                () -> {
                    returnPayout.came(operator, circle, id, form.value("reason"));
                    return Page.to("/site/money/payouts/decided").saying("payouts.returned.said");
                },
                again -> decided(operator, frame, again, form.text("before")));
    }
}
