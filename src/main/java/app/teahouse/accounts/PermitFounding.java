package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator lets somebody found circles where not everybody may, or takes that back. */
@Component
public class PermitFounding {
    private final Db db;

    PermitFounding(Db db) {
        this.db = db;
    }

    /** Doing it twice changes nothing. */
    @Transactional
    public void permit(Operator operator, AccountId account, boolean permitted) {
        var found = db.sql("""
                update accounts.account
                   set may_create = :permitted
                 where account_id = :account and state <> 'deleted'
                """)
                .with("account", account)
                .with("permitted", permitted)
                .run();
        if (found == 0) {
            throw Refusal.notFound("account.unknown");
        }
    }
}
