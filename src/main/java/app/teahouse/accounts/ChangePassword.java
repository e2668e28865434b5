package app.teahouse.accounts;

import app.teahouse.accounts.Tickets.Kind;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Person;
import app.teahouse.mail.Letter;
import app.teahouse.mail.Mail;
import app.teahouse.security.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody gets a new password: by knowing the old one, or by a link that was sent to their address. Other sessions end. */
@Component
public class ChangePassword {
    private final Db db;
    private final TransactionTemplate transaction;
    private final Limits limits;
    private final ProvePassword prove;
    private final Passwords passwords;
    private final Tickets tickets;
    private final VerifyAddress verifyAddress;
    private final Sessions sessions;
    private final Mail mail;
    private final List<OtherWaysIn> otherWaysIn;

    ChangePassword(
            Db db,
            TransactionTemplate transaction,
            Limits limits,
            ProvePassword prove,
            Passwords passwords,
            Tickets tickets,
            VerifyAddress verifyAddress,
            Sessions sessions,
            Mail mail,
            List<OtherWaysIn> otherWaysIn) {
        this.db = db;
        this.transaction = transaction;
        this.limits = limits;
        this.prove = prove;
        this.passwords = passwords;
        this.tickets = tickets;
        this.verifyAddress = verifyAddress;
        this.sessions = sessions;
        this.mail = mail;
        this.otherWaysIn = otherWaysIn;
    }

    private record Owner(String name, @Nullable String email, Locale locale, boolean verified) {}

    public void change(Person person, String current, String wished) {
        check(owner(person.account()), wished);
        prove.prove(person, "current", current);
        var hash = passwords.hash(wished);
        transaction.executeWithoutResult(
                _ -> write(person.account(), hash, person.signIn().session()));
    }

    /** With a link: all sessions end, and a new one begins here. */
    public Entered reset(String code, String wished, Device device) {
        limits.take("reset", device.network(), 30, Duration.ofHours(1));
        var account = tickets.look(Kind.RESET, code).account();
        check(owner(account), wished);
        var hash = passwords.hash(wished);
        return transaction.execute(_ -> {
            var ticket = tickets.take(Kind.RESET, code);
            // Where the operator hands the links out, they prove nothing about the address.
            if (mail.leaves()) {
                endWhatOthersMade(account);
                verifyAddress.prove(ticket);
            }
            write(account, hash, null);
            return sessions.start(account, device);
        });
    }

    /** Until now anybody may have opened the account with this address, and laid a key under the mat. */
    private void endWhatOthersMade(AccountId account) {
        if (!owner(account).verified()) {
            otherWaysIn.forEach(way -> way.end(account));
        }
    }

    private void check(Owner owner, String wished) {
        var faults = new Faults();
        passwords.check(faults, "password", wished, owner.name(), owner.email() == null ? "" : owner.email());
        faults.refuse();
    }

    private void write(AccountId account, String hash, @Nullable UUID butThis) {
        db.sql("update accounts.account set password_hash = :hash where account_id = :account and state <> 'deleted'")
                .with("hash", hash)
                .with("account", account)
                .run();
        sessions.end(account, butThis);
        var owner = owner(account);
        if (owner.email() != null && owner.verified()) {
            mail.post(new Letter(
                    owner.email(),
                    owner.name(),
                    owner.locale(),
                    "accounts.letter.password-changed",
                    Map.of(),
                    "/reset",
                    false));
        }
    }

    private Owner owner(AccountId account) {
        return db.sql("""
                select name, email, locale, verified_at is not null
                  from accounts.account
                 where account_id = :account
                """)
                .with("account", account)
                .one((row, n) -> new Owner(
                        row.getString(1), row.getString(2), Letters.locale(row.getString(3)), row.getBoolean(4)));
    }
}
