package app.teahouse.payouts;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.ledger.Books;
import app.teahouse.ledger.Figure;
import app.teahouse.orders.Fees;
import app.teahouse.treasury.MoneyRules;
import app.teahouse.treasury.SettleDebt;
import app.teahouse.treasury.Settlement;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Money: what a circle earned, each figure with its transfers, and payouts. */
@Controller
class MoneyPages {
    private final Templates templates;
    private final EarningsSheet earningsSheet;
    private final Payouts payouts;
    private final PayoutDetails details;
    private final AskForPayout askForPayout;
    private final Books books;
    private final SettleDebt settleDebt;
    private final MoneyRules moneyRules;
    private final Fees fees;

    MoneyPages(
            Templates templates,
            EarningsSheet earningsSheet,
            Payouts payouts,
            PayoutDetails details,
            AskForPayout askForPayout,
            Books books,
            SettleDebt settleDebt,
            MoneyRules moneyRules,
            Fees fees) {
        this.templates = templates;
        this.earningsSheet = earningsSheet;
        this.payouts = payouts;
        this.details = details;
        this.askForPayout = askForPayout;
        this.books = books;
        this.settleDebt = settleDebt;
        this.moneyRules = moneyRules;
        this.fees = fees;
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money";
    }

    @GetMapping("/c/{slug}/manage/money")
    Page overview(Partner partner, Frame frame) {
        return Page.of(templates.payoutsOverview(
                frame, earningsSheet.of(partner), earningsSheet.today(partner).toString(), fees.of(partner.circle())));
    }

    /** The transfers behind a figure; behind a debt also what of it was paid outside. */
    @GetMapping("/c/{slug}/manage/money/accounts/{figure}")
    Page account(
            Partner partner,
            Frame frame,
            @PathVariable String figure,
            @RequestParam String currency,
            @RequestParam(required = false) @Nullable String before) {
        var shown = Figure.of(figure);
        var page = books.statement(partner.circle(), shown, currency(currency), before);
        var settled = shown == Figure.OWED ? settleDebt.of(partner.circle()) : List.<Settlement>of();
        return Page.of(templates.payoutsAccount(frame, shown, currency, page, settled));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("page.unknown");
        }
    }

    @GetMapping("/c/{slug}/manage/money/payouts")
    Page payouts(Partner partner, Frame frame) {
        return Page.of(payouts(partner, frame, Form.blank(frame)));
    }

    private JteModel payouts(Partner partner, Frame frame, Form form) {
        return templates.payoutsList(
                frame,
                earningsSheet.of(partner),
                payouts.of(partner.circle()),
                details.of(partner.circle()).map(PayoutDetails.Kept::label).orElse(null),
                rules(partner),
                form.text("id") == null ? Ids.text(new PayoutId(Ids.next())) : form.value("id"),
                form);
    }

    private PayoutRules rules(Partner partner) {
        return new PayoutRules(
                partner.role() == Role.OWNER,
                askForPayout.hasPartner(partner.circle()),
                moneyRules.rules().settleDays(),
                currency -> new MoneyRules.Bounds(
                        askForPayout.least(partner.circle(), currency),
                        moneyRules.bounds(currency).large()));
    }

    /** A payout and how its money moved. */
    @GetMapping("/c/{slug}/manage/money/payouts/{id}")
    Page payout(Partner partner, @PathVariable PayoutId id, Frame frame) {
        var payout = payouts.find(partner.circle(), id);
        return Page.of(templates.payoutsOne(frame, payout, books.story(partner.circle(), id.value())));
    }

    @PostMapping("/c/{slug}/manage/money/payouts")
    @WhileHalted
    Page ask(Owner owner, Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var asked = askForPayout.ask(
                            owner, new PayoutId(Ids.parse(form.value("id"))), amount(form), form.value("password"));
                    return Page.to(url(partner) + "/payouts")
                            .saying(
                                    switch (asked) {
                                        case AT_ONCE -> "payouts.asked";
                                        case SECOND -> "payouts.asked.second";
                                        case DELAYED -> "payouts.asked.delayed";
                                    });
                },
                again -> payouts(partner, frame, again));
    }

    private static Money amount(Form form) {
        var code = form.value("currency");
        return Prices.typed(form.value("amount"), currency(code))
                .orElseThrow(() -> Refusal.invalid("amount", "refund.nothing"));
    }

    @PostMapping("/c/{slug}/manage/money/payouts/details")
    @WhileHalted
    Page setDetails(Owner owner, Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    details.set(
                            owner,
                            new PayoutDetails.Account(form.value("holder"), form.value("bank"), form.value("number")),
                            form.value("proof"));
                    return Page.to(url(partner) + "/payouts").saying("payouts.details.set");
                },
                again -> payouts(partner, frame, again));
    }

    @PostMapping("/c/{slug}/manage/money/payouts/{id}/approval")
    @WhileHalted
    Page approve(Partner partner, @PathVariable PayoutId id, Frame frame, Form form) {
        return form.submit(
                () -> {
                    askForPayout.approve(partner, id);
                    return Page.to(url(partner) + "/payouts").saying("payouts.approved");
                },
                again -> payouts(partner, frame, again));
    }

    @PostMapping("/c/{slug}/manage/money/payouts/{id}/removal")
    @WhileHalted
    Page cancel(Partner partner, @PathVariable PayoutId id, Frame frame, Form form) {
        return form.submit(
                () -> {
                    askForPayout.cancel(partner, id);
                    return Page.to(url(partner) + "/payouts").saying("payouts.cancelled");
                },
                again -> payouts(partner, frame, again));
    }
}
