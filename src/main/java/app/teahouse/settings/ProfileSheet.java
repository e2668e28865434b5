package app.teahouse.settings;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What a person has told of themselves, read anew. */
@Component
class ProfileSheet {
    private final Db db;

    ProfileSheet(Db db) {
        this.db = db;
    }

    ProfileView of(Person person) {
        return db.sql("""
                select name, about, picture, locale, zone, email, verified_at is not null, created_at
                  from accounts.account
                 where account_id = :account and state = 'active'
                """)
                .with("account", person.account())
                .maybe((row, n) -> new ProfileView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7),
                        Db.instant(row, 8)))
                .orElseThrow(Refusal::signInNeeded);
    }
}
