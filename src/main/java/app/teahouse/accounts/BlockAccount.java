package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator keeps somebody out of the whole site, or lets them in again. What they wrote stays. */
@Component
public class BlockAccount {
    private final Db db;
    private final Sessions sessions;

    BlockAccount(Db db, Sessions sessions) {
        this.db = db;
        this.sessions = sessions;
    }

    /** Ends all sessions and leaves tokens without effect. Operators cannot be blocked, so none can lock out another. */
    @Transactional
    public void block(Operator operator, AccountId account) {
        var changed = db.sql("""
                update accounts.account
                   set state = 'blocked'
                 where account_id = :account and state = 'active' and not operator
                """).with("account", account).run();
        if (changed == 0) {
            throw Refusal.conflict("account.not-blockable");
        }
        db.sql("delete from accounts.session where account_id = :account")
                .with("account", account)
                .run();
        forgetAfterCommit(account);
    }

    @Transactional
    public void unblock(Operator operator, AccountId account) {
        var changed = db.sql(
                        "update accounts.account set state = 'active' where account_id = :account and state = 'blocked'")
                .with("account", account)
                .run();
        if (changed == 0) {
            throw Refusal.conflict("account.not-blocked");
        }
        forgetAfterCommit(account);
    }

    private void forgetAfterCommit(AccountId account) {
        AfterCommit.run(() -> sessions.forget(account));
    }
}
