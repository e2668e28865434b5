package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.mail.Letter;
import app.teahouse.mail.Mail;
import app.teahouse.web.Words;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to people by their account, so that no room above ever learns an address. Who has not verified theirs gets nothing. */
@Component
public class Letters {
    private final Db db;
    private final Mail mail;

    Letters(Db db, Mail mail) {
        this.db = db;
        this.mail = mail;
    }

    /** Part of the caller's transaction; {@code key} and {@code path} as in {@link Letter}. Days and money are written as its reader writes them. */
    public void write(AccountId account, String key, Map<String, Object> facts, @Nullable String path) {
        db.sql("""
                select email, name, locale
                  from accounts.account
                 where account_id = :account and state = 'active' and email is not null
                   and (verified_at is not null or not :leaves)
                """)
                .with("account", account)
                .with("leaves", mail.leaves())
                .maybe((row, n) -> {
                    var locale = locale(row.getString(3));
                    return new Letter(row.getString(1), row.getString(2), locale, key, facts, path, false);
                })
                .ifPresent(mail::post);
    }

    static Locale locale(@Nullable String tag) {
        return Words.nearest(tag == null ? null : Locale.forLanguageTag(tag));
    }
}
