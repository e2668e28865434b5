package app.teahouse.suspicions;

import app.teahouse.accounts.Accounts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads accounts that wait, for operators; who waits longest first. */
@Component
class SuspicionList {
    static final int SIZE = 30;

    private final Db db;
    private final Accounts accounts;

    SuspicionList(Db db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    private record Row(AccountId account, List<String> reasons, Instant at) {}

    Cursor<Suspected> page(Operator operator, @Nullable AccountId after) {
        var rows = db.sql("""
                select account_id, reasons, made_at
                  from suspicions.suspicion
                 where state = 'waiting'
                """)
                .and(after != null, """
                   and (made_at, account_id) > (select a.made_at, a.account_id from suspicions.suspicion a
                                                 where a.account_id = :after)
                """)
                .and(true, "order by made_at, account_id limit :most")
                .with("after", after)
                .with("most", SIZE + 1)
                .all((row, n) -> new Row(new AccountId(Db.uuid(row, 1)), Db.texts(row, 2), Db.instant(row, 3)));
        var page = Cursor.of(rows, SIZE, row -> row.account().value().toString());
        var names = accounts.names(page.items().stream().map(Row::account).toList());
        return new Cursor<>(
                page.items().stream()
                        .map(row -> new Suspected(
                                row.account(),
                                names.getOrDefault(row.account(), ""),
                                Suspicions.signs(row.reasons()),
                                row.at()))
                        .toList(),
                page.next());
    }
}
