package app.teahouse.site;

import app.teahouse.accounts.Accounts;
import app.teahouse.accounts.BlockAccount;
import app.teahouse.accounts.PermitFounding;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator blocks an account or permits it to found circles; each deed is written down with its reason. */
@Component
class OverseeAccount {
    private final Accounts accounts;
    private final BlockAccount blockAccount;
    private final PermitFounding permitFounding;
    private final Deeds deeds;

    OverseeAccount(Accounts accounts, BlockAccount blockAccount, PermitFounding permitFounding, Deeds deeds) {
        this.accounts = accounts;
        this.blockAccount = blockAccount;
        this.permitFounding = permitFounding;
        this.deeds = deeds;
    }

    @Transactional
    void block(Operator operator, AccountId account, @Nullable String reason) {
        new Faults().text("reason", reason, 300).refuse();
        var name = name(account);
        blockAccount.block(operator, account);
        deeds.note(operator, Deeds.Kind.BLOCK, name, account.value(), String.valueOf(reason));
    }

    @Transactional
    void unblock(Operator operator, AccountId account) {
        var name = name(account);
        blockAccount.unblock(operator, account);
        deeds.note(operator, Deeds.Kind.UNBLOCK, name, account.value(), "");
    }

    @Transactional
    void permit(Operator operator, AccountId account, boolean permitted) {
        var name = name(account);
        permitFounding.permit(operator, account, permitted);
        deeds.note(operator, permitted ? Deeds.Kind.PERMIT : Deeds.Kind.FORBID, name, account.value(), "");
    }

    private String name(AccountId account) {
        return accounts.card(account)
                .orElseThrow(() -> Refusal.notFound("account.unknown"))
                .name();
    }
}
