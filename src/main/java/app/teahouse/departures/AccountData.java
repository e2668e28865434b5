package app.teahouse.departures;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** This room's part of somebody's own data: the account, and where it is signed in. */
@Component
class AccountData implements OwnData {
    private final Db db;

    AccountData(Db db) {
        this.db = db;
    }

    private record Account(
            String name,
            String about,
            @Nullable String picture,
            @Nullable String email,
            @Nullable Instant verifiedAt,
            @Nullable String language,
            String zone,
            Instant createdAt) {}

    private record Session(String browser, String network, Instant createdAt, Instant seenAt, Instant expiresAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        var mine = db.sql("""
                select name, about, picture, email, verified_at, locale, zone, created_at
                  from accounts.account
                 where account_id = :account
                """)
                .with("account", account)
                .one((row, n) -> new Account(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Db.maybeInstant(row, 5),
                        row.getString(6),
                        row.getString(7),
                        Db.instant(row, 8)));
        archive.json("account.json", mine);
        archive.json("sessions.json", sessions(account));
    }

    private List<Session> sessions(AccountId account) {
        return db.sql("""
                select agent, address, created_at, seen_at, expires_at
                  from accounts.session
                 where account_id = :account
                 order by created_at, session_id
                 limit 1000
                """)
                .with("account", account)
                .all((row, n) -> new Session(
                        row.getString(1),
                        row.getString(2),
                        Db.instant(row, 3),
                        Db.instant(row, 4),
                        Db.instant(row, 5)));
    }
}
