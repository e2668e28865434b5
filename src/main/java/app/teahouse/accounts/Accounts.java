package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other rooms may ask about accounts. */
@Component
public class Accounts {
    private final Db db;

    Accounts(Db db) {
        this.db = db;
    }

    /** The card of an account that has not been deleted. */
    public Optional<AccountCard> card(AccountId account) {
        return db.sql("""
                select name, picture
                  from accounts.account
                 where account_id = :account and state <> 'deleted'
                """)
                .with("account", account)
                .maybe((row, n) -> new AccountCard(account, row.getString(1), row.getString(2)));
    }
}
