package app.teahouse.accounts;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A signed-in person types their password once more, before something that an open laptop should not allow. */
@Component
public class ProvePassword {
    private final Db db;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Limits limits;

    ProvePassword(Db db, Passwords passwords, Sessions sessions, Limits limits) {
        this.db = db;
        this.passwords = passwords;
        this.sessions = sessions;
        this.limits = limits;
    }

    /**
     * Not to be called inside a transaction, because of the hashing.
     *
     * @throws Refusal {@code password.wrong} at the given field; {@code field.missing} if nothing was typed, which is no guess
     */
    public void prove(Person person, String field, String password) {
        if (password.isEmpty()) {
            throw Refusal.invalid(field, "field.missing");
        }
        limits.take("password", person.account().value().toString(), 10, Duration.ofMinutes(15));
        sessions.reread(person.signIn());
        var hash = db.sql(
                        "select password_hash from accounts.account where account_id = :account and password_hash is not null")
                .with("account", person.account())
                .maybe(String.class)
                .orElse(null);
        if (!passwords.matches(password, hash)) {
            throw Refusal.invalid(field, "password.wrong");
        }
    }
}
