package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.mail.Circular;
import app.teahouse.mail.Letter;
import app.teahouse.mail.Mail;
import app.teahouse.web.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Which of them a letter reaches. */
    public Set<AccountId> reachable(Collection<AccountId> accounts) {
        return readers(accounts).stream().map(Reader::account).collect(Collectors.toSet());
    }

    /** The same words to many, in the caller's transaction: to those whom a letter reaches. {@code leave} is where each is spared of more. */
    public void circulate(Collection<AccountId> accounts, Circular circular, Function<AccountId, String> leave) {
        readers(accounts)
                .forEach(reader -> mail.post(circular, reader.email(), reader.locale(), leave.apply(reader.account())));
    }

    private record Reader(AccountId account, String email, Locale locale) {}

    private List<Reader> readers(Collection<AccountId> accounts) {
        return db.sql("""
                select account_id, email, locale
                  from accounts.account
                 where account_id = any(:accounts) and state = 'active' and email is not null
                   and (verified_at is not null or not :leaves)
                 order by account_id
                """)
                .withIds("accounts", accounts)
                .with("leaves", mail.leaves())
                .all((row, n) ->
                        new Reader(new AccountId(Db.uuid(row, 1)), row.getString(2), locale(row.getString(3))));
    }

    static Locale locale(@Nullable String tag) {
        return Words.nearest(tag == null ? null : Locale.forLanguageTag(tag));
    }
}
