package app.teahouse.payouts;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.ledger.Books;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Money: what a circle earned, each figure with its transfers, and payouts. */
@Controller
class MoneyPages {
    private static final int LINES = 50;

    /** Accounts that a figure on the page opens, by the word in the address. */
    private static final Map<String, Purpose> FIGURES = Map.of(
            "held", Purpose.HELD,
            "available", Purpose.AVAILABLE,
            "outside", Purpose.INCOME_OUTSIDE,
            "owed", Purpose.OWED_TO_SITE,
            "fees", Purpose.SITE_FEE);

    private final Templates templates;
    private final EarningsSheet earningsSheet;
    private final Payouts payouts;
    private final PayoutDetails details;
    private final AskForPayout askForPayout;
    private final Books books;

    MoneyPages(
            Templates templates,
            EarningsSheet earningsSheet,
            Payouts payouts,
            PayoutDetails details,
            AskForPayout askForPayout,
            Books books) {
        this.templates = templates;
        this.earningsSheet = earningsSheet;
        this.payouts = payouts;
        this.details = details;
        this.askForPayout = askForPayout;
        this.books = books;
    }

    private static String url(Partner partner) {
        return "/c/" + partner.member().face().slug() + "/manage/money";
    }

    @GetMapping("/c/{slug}/manage/money")
    Page overview(Partner partner, Frame frame) {
        return Page.of(templates.payoutsOverview(frame, earningsSheet.of(partner)));
    }

    /** The transfers behind a figure. */
    @GetMapping("/c/{slug}/manage/money/accounts/{figure}")
    Page account(
            Partner partner,
            Frame frame,
            @PathVariable String figure,
            @RequestParam String currency,
            @RequestParam(required = false) @Nullable String before) {
        var purpose = FIGURES.get(figure);
        if (purpose == null || !currency.matches("[A-Z]{3}")) {
            throw Refusal.notFound("page.unknown");
        }
        var from = before(before);
        var lines = books.statement(
                partner.circle(), Purse.of(purpose), currency(currency), from.at(), from.id(), LINES + 1);
        var shown = lines.stream().limit(LINES).toList();
        var next = lines.size() > LINES
                ? shown.getLast().at() + "," + shown.getLast().id().value()
                : null;
        return Page.of(templates.payoutsAccount(frame, Db.name(purpose), figure, currency, shown, next));
    }

    private record Before(Instant at, UUID id) {}

    private static Before before(@Nullable String text) {
        if (text == null) {
            return new Before(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
        }
        var comma = text.indexOf(',');
        try {
            return new Before(
                    Instant.parse(text.substring(0, Math.max(0, comma))), Ids.parse(text.substring(comma + 1)));
        } catch (DateTimeParseException e) {
            throw Refusal.notFound("page.unknown");
        }
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
        return Page.of(payouts(partner, frame, Form.blank(frame, "id", Ids.text(new PayoutId(Ids.next())))));
    }

    private JteModel payouts(Partner partner, Frame frame, Form form) {
        return templates.payoutsList(
                frame,
                earningsSheet.of(partner),
                payouts.of(partner.circle()),
                details.of(partner.circle()).map(PayoutDetails.Kept::label).orElse(null),
                partner.role() == Role.OWNER,
                form);
    }

    @PostMapping("/c/{slug}/manage/money/payouts")
    Page ask(Owner owner, Partner partner, Frame frame, Form form) {
        return form.submit(
                () -> {
                    askForPayout.ask(
                            owner, new PayoutId(Ids.parse(form.value("id"))), amount(form), form.value("password"));
                    return Page.to(url(partner) + "/payouts").saying("payouts.asked");
                },
                again -> payouts(partner, frame, again));
    }

    private static Money amount(Form form) {
        var code = form.value("currency");
        if (!code.matches("[A-Z]{3}")) {
            throw Refusal.invalid("amount", "payout.too-little");
        }
        return Prices.typed(form.value("amount"), currency(code))
                .orElseThrow(() -> Refusal.invalid("amount", "refund.nothing"));
    }

    @PostMapping("/c/{slug}/manage/money/payouts/details")
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
    Page approve(Partner partner, @PathVariable PayoutId id) {
        askForPayout.approve(partner, id);
        return Page.to(url(partner) + "/payouts").saying("payouts.approved");
    }

    @PostMapping("/c/{slug}/manage/money/payouts/{id}/removal")
    Page cancel(Partner partner, @PathVariable PayoutId id) {
        askForPayout.cancel(partner, id);
        return Page.to(url(partner) + "/payouts").saying("payouts.cancelled");
    }
}
