package app.teahouse.suspicions;

import app.teahouse.accounts.AccountCard;
import app.teahouse.accounts.Accounts;
import app.teahouse.accounts.BlockAccount;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator clears an account that looked like a machine's, or blocks it. */
@Component
class DecideSuspicion {
    private final Db db;
    private final Accounts accounts;
    private final BlockAccount blockAccount;
    private final OperatorLog log;
    private final Clock clock;

    DecideSuspicion(Db db, Accounts accounts, BlockAccount blockAccount, OperatorLog log, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.blockAccount = blockAccount;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal {@code suspicion.decided} */
    @Transactional
    public void clear(Operator operator, AccountId account) {
        decide(operator, account, "cleared");
        log.note(operator, "suspect_cleared", name(account), account.value(), "");
    }

    /** @throws Refusal {@code suspicion.decided}, {@code account.not-blockable} */
    @Transactional
    public void block(Operator operator, AccountId account) {
        decide(operator, account, "blocked");
        blockAccount.block(operator, account);
        log.note(operator, "suspect_blocked", name(account), account.value(), "");
    }

    /** The state lets only one of two operators find it waiting. */
    private void decide(Operator operator, AccountId account, String state) {
        var decided = db.sql("""
                update suspicions.suspicion
                   set state = :state, decided_by = :by, decided_at = :now
                 where account_id = :account and state = 'waiting'
                """)
                .with("account", account)
                .with("state", state)
                .with("by", operator.account())
                .with("now", clock.instant())
                .run();
        if (decided == 0) {
            throw Refusal.conflict("suspicion.decided");
        }
    }

    private String name(AccountId account) {
        return accounts.card(account).map(AccountCard::name).orElse("");
    }
}
