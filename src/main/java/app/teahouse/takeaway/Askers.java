package app.teahouse.takeaway;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.SignIn;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds who asked, and whether they still belong to the circle, for work that goes on when they are away. */
@Component
class Askers {
    private final Db db;
    private final Gate gate;

    Askers(Db db, Gate gate) {
        this.db = db;
        this.gate = gate;
    }

    Optional<Member> now(CircleId circle, AccountId account) {
        return db.sql("""
                select name, picture, locale, zone
                  from accounts.account
                 where account_id = :account and state = 'active'
                """)
                .with("account", account)
                .maybe((row, n) -> {
                    var locale = row.getString(3);
                    return new SignIn(
                            account,
                            new UUID(0, 0),
                            row.getString(1),
                            row.getString(2),
                            locale == null ? null : Locale.forLanguageTag(locale),
                            ZoneId.of(row.getString(4)),
                            false,
                            false,
                            Set.of());
                })
                .flatMap(signIn -> gate.memberNow(circle, signIn));
    }
}
