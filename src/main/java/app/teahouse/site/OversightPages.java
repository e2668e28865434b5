package app.teahouse.site;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.openings.Openings;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts and circles of the site in an operator's browser. {@link OversightApi} is the other door. */
@Controller
class OversightPages {
    private final Templates templates;
    private final AccountList accounts;
    private final CircleList circles;
    private final OverseeAccount overseeAccount;
    private final OverseeCircle overseeCircle;
    private final Openings openings;

    OversightPages(
            Templates templates,
            AccountList accounts,
            CircleList circles,
            OverseeAccount overseeAccount,
            OverseeCircle overseeCircle,
            Openings openings) {
        this.templates = templates;
        this.accounts = accounts;
        this.circles = circles;
        this.overseeAccount = overseeAccount;
        this.overseeCircle = overseeCircle;
        this.openings = openings;
    }

    @GetMapping("/site/accounts")
    Page accounts(
            Operator operator,
            Frame frame,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID before) {
        var query = asked(q);
        return Page.of(templates.siteAccounts(frame, accounts.page(operator, query, before), query));
    }

    @GetMapping("/site/accounts/{account}")
    Page account(Operator operator, @PathVariable AccountId account, Frame frame) {
        return Page.of(accountPage(operator, frame, account, Form.blank(frame)));
    }

    @PostMapping("/site/accounts/{account}/block")
    Page block(Operator operator, @PathVariable AccountId account, Frame frame, Form form) {
        return form.submit(
                () -> {
                    overseeAccount.block(operator, account, form.text("reason"));
                    return to(account).saying("site.account.blocked");
                },
                again -> accountPage(operator, frame, account, again));
    }

    @PostMapping("/site/accounts/{account}/block/end")
    Page unblock(Operator operator, @PathVariable AccountId account) {
        overseeAccount.unblock(operator, account);
        return to(account).saying("site.account.unblocked");
    }

    @PostMapping("/site/accounts/{account}/permission")
    Page permit(Operator operator, @PathVariable AccountId account, Form form) {
        var permitted = form.has("permitted", "true");
        overseeAccount.permit(operator, account, permitted);
        return to(account).saying(permitted ? "site.account.permitted" : "site.account.not-permitted");
    }

    @GetMapping("/site/circles")
    Page circles(
            Operator operator,
            Frame frame,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable UUID before) {
        return Page.of(circlesPage(operator, frame, new Asked(asked(q), waiting, before), Form.blank(frame)));
    }

    @PostMapping("/site/circles/{circle}/listing")
    Page list(Operator operator, @PathVariable CircleId circle, Frame frame, Form form) {
        return form.submit(
                () -> {
                    overseeCircle.list(operator, circle, form.has("alone", "true"));
                    return asked(form).list().saying("site.circle.listed");
                },
                again -> circlesPage(operator, frame, asked(again), again));
    }

    @PostMapping("/site/circles/{circle}/listing/end")
    Page unlist(Operator operator, @PathVariable CircleId circle, Frame frame, Form form) {
        return form.submit(
                () -> {
                    overseeCircle.unlist(operator, circle, form.text("reason"), form.has("alone", "true"));
                    return asked(form).list().saying("site.circle.not-listed");
                },
                again -> circlesPage(operator, frame, asked(again), again));
    }

    @PostMapping("/site/circles/{circle}/opening")
    Page open(Operator operator, @PathVariable CircleId circle, Frame frame, Form form) {
        return form.submit(
                () -> Page.to("/c/" + overseeCircle.open(operator, circle, form.text("reason"))),
                again -> circlesPage(operator, frame, asked(again), again));
    }

    @PostMapping("/site/circles/{circle}/opening/end")
    Page close(Operator operator, @PathVariable CircleId circle) {
        openings.close(operator, circle);
        return Page.to("/site/circles").saying("site.circle.closed");
    }

    /** The part of the list somebody looks at: every form on it carries it along, so that the answer is the same part. */
    private static Asked asked(Form form) {
        var before = form.text("before");
        return new Asked(form.text("q"), form.has("waiting", "true"), before == null ? null : Ids.parse(before));
    }

    private JteModel circlesPage(Operator operator, Frame frame, Asked asked, Form form) {
        var page = circles.page(operator, asked.query(), asked.waiting(), asked.before());
        var all = page.items().stream().map(one -> new CircleId(one.id())).toList();
        var near = new CirclesNear(overseeCircle.nearness(operator, all), overseeCircle.keptOut(operator, all));
        return templates.siteCircles(frame, page, near, asked, form);
    }

    private JteModel accountPage(Operator operator, Frame frame, AccountId account, Form form) {
        return templates.siteAccount(frame, accounts.account(operator, account), form);
    }

    private static Page to(AccountId account) {
        return Page.to("/site/accounts/" + account.value());
    }

    private static @Nullable String asked(@Nullable String query) {
        return query == null || query.isBlank() ? null : query.strip();
    }
}
