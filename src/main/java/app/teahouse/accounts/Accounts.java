package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What other rooms may ask about accounts. */
@Component
public class Accounts {
    private final Db db;

    Accounts(Db db) {
        this.db = db;
    }

    /**
     * The card of an account that cannot be deleted before the caller's transaction ends: who gains something that asks for a living
     * owner or member calls this, and {@link CloseAccount} waits, or has already won.
     *
     * @throws Refusal {@code account.unknown}
     */
    public AccountCard staying(AccountId account) {
        return db.sql("""
                select name, picture
                  from accounts.account
                 where account_id = :account and state <> 'deleted'
                   for share
                """)
                .with("account", account)
                .maybe((row, n) -> new AccountCard(account, row.getString(1), row.getString(2)))
                .orElseThrow(() -> Refusal.notFound("account.unknown"));
    }

    /** Nobody else changes the account, or joins a circle with it, before the caller's transaction ends. */
    public void hold(AccountId account) {
        db.sql("select account_id from accounts.account where account_id = :account for no key update")
                .with("account", account)
                .exists();
    }

    /** How people call themselves on this site, of whom there still is an account. */
    public Map<AccountId, String> names(Collection<AccountId> accounts) {
        record Named(AccountId account, String name) {}
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return db
                .sql(
                        "select account_id, name from accounts.account where account_id = any(:accounts) and state <> 'deleted'")
                .withIds("accounts", accounts)
                .all((row, n) -> new Named(new AccountId(Db.uuid(row, 1)), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Named::account, Named::name));
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
