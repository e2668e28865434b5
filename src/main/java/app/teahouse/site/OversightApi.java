package app.teahouse.site;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Operator;
import app.teahouse.openings.Openings;
import app.teahouse.site.AccountList.AccountView;
import app.teahouse.site.CircleList.CircleView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts and circles of the site for an operator's programs. */
@RestController
@RequestMapping("/api/v1/site")
class OversightApi {
    private final AccountList accounts;
    private final CircleList circles;
    private final OverseeAccount overseeAccount;
    private final OverseeCircle overseeCircle;
    private final Openings openings;

    OversightApi(
            AccountList accounts,
            CircleList circles,
            OverseeAccount overseeAccount,
            OverseeCircle overseeCircle,
            Openings openings) {
        this.accounts = accounts;
        this.circles = circles;
        this.overseeAccount = overseeAccount;
        this.overseeCircle = overseeCircle;
        this.openings = openings;
    }

    record ReasonText(@Nullable String reason) {}

    @GetMapping("/accounts")
    Cursor<AccountView> accounts(
            Operator operator,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID before) {
        return accounts.page(operator, q, before);
    }

    @GetMapping("/accounts/{account}")
    AccountView account(Operator operator, @PathVariable AccountId account) {
        return accounts.account(operator, account);
    }

    @PutMapping("/accounts/{account}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void blockAccount(Operator operator, @PathVariable AccountId account, @RequestBody ReasonText text) {
        overseeAccount.block(operator, account, text.reason());
    }

    @DeleteMapping("/accounts/{account}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblockAccount(Operator operator, @PathVariable AccountId account) {
        overseeAccount.unblock(operator, account);
    }

    @PutMapping("/accounts/{account}/permission")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void permitFounding(Operator operator, @PathVariable AccountId account) {
        overseeAccount.permit(operator, account, true);
    }

    @DeleteMapping("/accounts/{account}/permission")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forbidFounding(Operator operator, @PathVariable AccountId account) {
        overseeAccount.permit(operator, account, false);
    }

    @GetMapping("/circles")
    Cursor<CircleView> circlesOfSite(
            Operator operator,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable UUID before) {
        return circles.page(operator, q, waiting, before);
    }

    record OpenedJson(String slug) {}

    /** For an hour the operator's tokens and sessions read in this circle. */
    @PutMapping("/circles/{circle}/opening")
    OpenedJson openCircle(Operator operator, @PathVariable CircleId circle, @RequestBody ReasonText text) {
        return new OpenedJson(overseeCircle.open(operator, circle, text.reason()));
    }

    @DeleteMapping("/circles/{circle}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeCircle(Operator operator, @PathVariable CircleId circle) {
        openings.close(operator, circle);
    }

    /**
     * @param reason is needed where the circle is not to be listed
     * @param alone needed from an operator who is in the circle where nobody else can decide
     */
    record ListingText(
            boolean listed,
            @Nullable String reason,
            @Nullable Boolean alone) {}

    @PutMapping("/circles/{circle}/listing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideListing(Operator operator, @PathVariable CircleId circle, @RequestBody ListingText text) {
        var alone = Boolean.TRUE.equals(text.alone());
        if (text.listed()) {
            overseeCircle.list(operator, circle, alone);
        } else {
            overseeCircle.unlist(operator, circle, text.reason(), alone);
        }
    }
}
