package app.teahouse.byhand;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.DecideHeld;
import app.teahouse.payments.DecideHeld.Verdict;
import app.teahouse.payments.EndRefund;
import app.teahouse.payments.TakePayment.Outcome;
import app.teahouse.ways.SmallPicture;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import app.teahouse.web.Tab;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Manage › Money › To confirm: what arrived, what came in another amount, and what has to be given back by hand. */
@Controller
public class ConfirmPages {
    private static final String HERE = "/c/{slug}/manage/money/confirm";

    private final Db db;
    private final Templates templates;
    private final HandList list;
    private final ConfirmPayment confirmPayment;
    private final DecideHeld decideHeld;
    private final EndRefund endRefund;

    ConfirmPages(
            Db db,
            Templates templates,
            HandList list,
            ConfirmPayment confirmPayment,
            DecideHeld decideHeld,
            EndRefund endRefund) {
        this.db = db;
        this.templates = templates;
        this.list = list;
        this.confirmPayment = confirmPayment;
        this.decideHeld = decideHeld;
        this.endRefund = endRefund;
    }

    /** This room's entry of Money. */
    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        @Bean
        Tab confirmTab() {
            return new Tab(Tab.Place.MONEY, 40, Tab.Who.PARTNERS, "byhand.tab", "/manage/money/confirm");
        }
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money/confirm";
    }

    @GetMapping(HERE)
    Page confirm(Partner partner, Frame frame, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return Page.of(templates.byhandConfirm(frame, Form.blank(frame), url(partner), list.of(partner)));
    }

    private Page submit(Partner partner, Frame frame, Form form, Supplier<String> action) {
        return form.submit(
                () -> Page.to(url(partner)).saying(action.get()),
                again -> templates.byhandConfirm(frame, again, url(partner), list.of(partner)));
    }

    @PostMapping(HERE + "/arrivals/{attempt}/confirmation")
    Page arrived(Partner partner, @PathVariable UUID attempt, Frame frame, Form form) {
        return submit(
                partner,
                frame,
                form,
                () -> said(confirmPayment.arrived(partner, attempt, amount(form), form.value("reference"))));
    }

    /** What happened, as the next page says it. */
    public static String said(Outcome outcome) {
        return switch (outcome) {
            case SOLD, KNOWN -> "byhand.confirmed";
            case HELD -> "byhand.confirmed.held";
            case GOES_BACK -> "byhand.confirmed.back";
        };
    }

    /** @throws Refusal {@code byhand.no-amount} */
    public static Money amount(Form form) {
        try {
            return Prices.typed(form.value("amount"), Currency.getInstance(form.value("currency")))
                    .filter(Money::isPositive)
                    .orElseThrow(() -> Refusal.invalid("amount", "byhand.no-amount"));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("amount", "byhand.no-amount");
        }
    }

    @PostMapping(HERE + "/arrivals/{attempt}/missing")
    Page missing(Partner partner, @PathVariable UUID attempt, Frame frame, Form form) {
        return submit(partner, frame, form, () -> {
            confirmPayment.missing(partner, attempt, form.value("words"));
            return "byhand.missing.said";
        });
    }

    @GetMapping(HERE + "/arrivals/{attempt}/picture")
    ResponseEntity<byte[]> picture(Partner partner, @PathVariable UUID attempt) {
        return db.sql("""
                select picture, picture_type
                  from byhand.claim
                 where circle_id = :circle and attempt_id = :attempt and picture is not null and received_by_circle
                """)
                .with("circle", partner.circle())
                .with("attempt", attempt)
                .maybe((row, n) -> new SmallPicture(row.getBytes(1), row.getString(2)))
                .map(PayByHandPages::shown)
                .orElse(ResponseEntity.notFound().build());
    }

    @PostMapping(HERE + "/held/{checkout}")
    Page held(Partner partner, @PathVariable CheckoutId checkout, Frame frame, Form form) {
        return submit(partner, frame, form, () -> switch (decideHeld.decide(
                partner, checkout, verdict(form), form.value("words"))) {
            case SOLD, KNOWN, HELD -> "byhand.held.accepted";
            case GOES_BACK -> "byhand.held.returned";
        });
    }

    public static Verdict verdict(Form form) {
        return form.value("verdict").equals("accept") ? Verdict.ACCEPT : Verdict.GIVE_BACK;
    }

    @PostMapping(HERE + "/refunds/{refund}")
    @WhileHalted
    Page refunded(Partner partner, @PathVariable RefundId refund, Frame frame, Form form) {
        return submit(partner, frame, form, () -> {
            endRefund.byHand(partner, refund, form.value("reference"));
            return "byhand.refunded";
        });
    }
}
