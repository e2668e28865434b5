package app.teahouse.site;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts of the site as their operator sees them, newest first; found by a whole e-mail address or a part of a name. */
@Component
public class AccountList {
    private final Db db;

    AccountList(Db db) {
        this.db = db;
    }

    /** @param state {@code active}, {@code blocked} or {@code deleted} */
    public record AccountView(
            UUID id,
            String name,
            @Nullable String picture,
            @Nullable String email,
            boolean verified,
            boolean operator,
            boolean mayCreate,
            String state,
            Instant createdAt) {

        public boolean isBlocked() {
            return state.equals("blocked");
        }
    }

    Cursor<AccountView> page(Operator operator, @Nullable String query, @Nullable UUID before) {
        if (query != null && query.indexOf('@') > 0) {
            return byMail(query);
        }
        var rows = db.sql("""
                select account_id, name, picture, email, verified_at is not null, operator, may_create, state, created_at
                  from accounts.account
                 where state <> 'deleted'
                """)
                .and(before != null, "and account_id < :before")
                .and(true, "order by account_id desc limit :most")
                .with("before", before)
                .with("most", Sifting.rows(query))
                .all((row, n) -> view(row));
        return Sifting.page(
                rows,
                query,
                account -> Sifting.holds(account.name(), String.valueOf(query)),
                account -> account.id().toString());
    }

    AccountView account(Operator operator, AccountId account) {
        return one(account.value());
    }

    private Cursor<AccountView> byMail(String query) {
        var found = db.sql("select account_id from accounts.claim where value = :value and kind = 'email'")
                .with("value", query.strip().toLowerCase(Locale.ROOT))
                .all((row, n) -> one(Db.uuid(row, 1)));
        return new Cursor<>(found, null);
    }

    private AccountView one(UUID account) {
        return db.sql("""
                select account_id, name, picture, email, verified_at is not null, operator, may_create, state, created_at
                  from accounts.account
                 where account_id = :account
                """)
                .with("account", account)
                .maybe((row, n) -> view(row))
                .orElseThrow(() -> app.teahouse.kernel.Refusal.notFound("account.unknown"));
    }

    private static AccountView view(ResultSet row) throws SQLException {
        return new AccountView(
                Db.uuid(row, 1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8),
                Db.instant(row, 9));
    }
}
