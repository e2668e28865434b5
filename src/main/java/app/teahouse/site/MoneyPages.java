package app.teahouse.site;

import app.teahouse.byhand.ConfirmPages;
import app.teahouse.byhand.ConfirmPayment;
import app.teahouse.byhand.HandList;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.ledger.Proofs;
import app.teahouse.payments.DecideHeld;
import app.teahouse.payments.EndRefund;
import app.teahouse.treasury.SiteMoney;
import app.teahouse.ways.Selling;
import app.teahouse.ways.WayList;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The site's money in an operator's browser: whether the ledgers add up, what waits for a person, and how the selling is set. */
@Controller
class MoneyPages {
    private static final String HERE = "/site/money";

    private final Templates templates;
    private final Proofs proofs;
    private final SiteMoney siteMoney;
    private final HandList list;
    private final Circles circles;
    private final WayList ways;
    private final Selling selling;
    private final ConfirmPayment confirmPayment;
    private final DecideHeld decideHeld;
    private final EndRefund endRefund;
    private final Db db;
    private final Clock clock;

    MoneyPages(
            Templates templates,
            Proofs proofs,
            SiteMoney siteMoney,
            HandList list,
            Circles circles,
            WayList ways,
            Selling selling,
            ConfirmPayment confirmPayment,
            DecideHeld decideHeld,
            EndRefund endRefund,
            Db db,
            Clock clock) {
        this.templates = templates;
        this.proofs = proofs;
        this.siteMoney = siteMoney;
        this.list = list;
        this.circles = circles;
        this.ways = ways;
        this.selling = selling;
        this.confirmPayment = confirmPayment;
        this.decideHeld = decideHeld;
        this.endRefund = endRefund;
        this.db = db;
        this.clock = clock;
    }

    @GetMapping(HERE)
    Page money(Operator operator, Frame frame, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return Page.of(templates.siteMoney(frame, form(frame), view(operator)));
    }

    private MoneyView view(Operator operator) {
        var proven = proofs.summary();
        var unsound = proven.faults().stream().map(Proofs.Fault::circle).toList();
        var names = new HashMap<CircleId, String>();
        circles.byIds(unsound)
                .forEach((id, circle) -> names.put(id, circle.face().name()));
        return new MoneyView(
                proven,
                names,
                siteMoney.whole(operator),
                list.of(operator),
                ways.of(operator),
                ways.offers(operator),
                db.sql(
                                "select count(*) from payouts.payout where state = 'sent' or (state = 'waiting' and ready_at <= :now)")
                        .with("now", clock.instant())
                        .one(Long.class));
    }

    private Form form(Frame frame) {
        var now = selling.switches();
        return Form.blank(frame, "wechatIos", now.wechatIos(), "practice", now.practice());
    }

    @PostMapping(HERE + "/selling")
    Page sell(Operator operator, Form form) {
        selling.change(operator, new Selling.Switches(form.has("wechatIos", "true"), form.has("practice", "true")));
        return Page.to(HERE).saying("web.saved");
    }

    @PostMapping(HERE + "/proofs")
    Page prove(Operator operator) {
        proofs.proveNow(clock.instant());
        return Page.to(HERE).saying("site.money.proven");
    }

    private Page submit(Operator operator, Frame frame, Form form, Supplier<String> action) {
        return form.submit(
                () -> Page.to(HERE).saying(action.get()), again -> templates.siteMoney(frame, again, view(operator)));
    }

    @PostMapping(HERE + "/{circle}/arrivals/{attempt}/confirmation")
    Page arrived(Operator operator, @PathVariable CircleId circle, @PathVariable UUID attempt, Frame frame, Form form) {
        return submit(
                operator,
                frame,
                form,
                () -> ConfirmPages.said(confirmPayment.arrived(
                        operator, circle, attempt, ConfirmPages.amount(form), form.value("reference"))));
    }

    @PostMapping(HERE + "/{circle}/arrivals/{attempt}/missing")
    Page missing(Operator operator, @PathVariable CircleId circle, @PathVariable UUID attempt, Frame frame, Form form) {
        return submit(operator, frame, form, () -> {
            confirmPayment.missing(operator, circle, attempt, form.value("words"));
            return "byhand.missing.said";
        });
    }

    @PostMapping(HERE + "/{circle}/held/{checkout}")
    Page held(
            Operator operator,
            @PathVariable CircleId circle,
            @PathVariable CheckoutId checkout,
            Frame frame,
            Form form) {
        return submit(operator, frame, form, () -> switch (decideHeld.decide(
                operator, circle, checkout, ConfirmPages.verdict(form), form.value("words"))) {
            case SOLD, KNOWN, HELD -> "byhand.held.accepted";
            case GOES_BACK -> "byhand.held.returned";
        });
    }

    @PostMapping(HERE + "/{circle}/refunds/{refund}")
    Page refunded(
            Operator operator, @PathVariable CircleId circle, @PathVariable RefundId refund, Frame frame, Form form) {
        return submit(operator, frame, form, () -> {
            endRefund.byHand(operator, circle, refund, form.value("reference"));
            return "byhand.refunded";
        });
    }
}
