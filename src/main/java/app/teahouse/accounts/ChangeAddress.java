package app.teahouse.accounts;

import app.teahouse.accounts.Tickets.Kind;
import app.teahouse.accounts.Tickets.Ticket;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.mail.Letter;
import app.teahouse.mail.Mail;
import app.teahouse.security.Limits;
import app.teahouse.web.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody moves to another address. A link goes to the new one, and once it was followed a notice to the old one. Where no mail
 * leaves the site, the address changes at once. Whether the new address is known is never told here.
 */
@Component
public class ChangeAddress {
    private final Db db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Limits limits;
    private final ProvePassword prove;
    private final AddressBook addresses;
    private final Tickets tickets;
    private final Sessions sessions;
    private final Mail mail;

    ChangeAddress(
            Db db,
            Clock clock,
            TransactionTemplate transaction,
            Limits limits,
            ProvePassword prove,
            AddressBook addresses,
            Tickets tickets,
            Sessions sessions,
            Mail mail) {
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
        this.limits = limits;
        this.prove = prove;
        this.addresses = addresses;
        this.tickets = tickets;
        this.sessions = sessions;
        this.mail = mail;
    }

    private record Before(String name, @Nullable String email, boolean verified, Locale locale) {}

    /** Answers whether a link was sent that must be followed first. */
    public boolean ask(Person person, String address, String password) {
        var email = Email.of(address).orElseThrow(() -> Refusal.invalid("email", "address.malformed"));
        limits.take("change-address", person.account().value().toString(), 5, Duration.ofHours(1));
        prove.prove(person, "password", password);
        transaction.executeWithoutResult(_ -> {
            if (mail.leaves()) {
                write(person, email);
            } else {
                moveUnproved(person.account(), email);
            }
        });
        return mail.leaves();
    }

    private void write(Person person, Email email) {
        var locale = Words.nearest(person.signIn().locale());
        var code = tickets.issue(Kind.CHANGE_EMAIL, new Ticket(person.account(), email));
        var held = addresses.entry(email).isHeldByAnother(person.account());
        mail.post(new Letter(
                email.text(),
                null,
                locale,
                held ? "accounts.letter.known" : "accounts.letter.change",
                Map.of(),
                held ? "/sign-in" : "/address/" + code,
                !held));
    }

    /** Follows the link. */
    @Transactional
    public void confirm(String code) {
        var ticket = tickets.take(Kind.CHANGE_EMAIL, code);
        var before = lock(ticket.account());
        if (!addresses.hold(ticket.account(), ticket.email())) {
            throw Refusal.conflict("address.taken");
        }
        leave(ticket.account(), before, ticket.email());
        store(ticket.account(), ticket.email(), true);
        if (before.email() != null && before.verified()) {
            mail.post(new Letter(
                    before.email(),
                    before.name(),
                    before.locale(),
                    "accounts.letter.address-changed",
                    Map.of("address", ticket.email().text()),
                    null,
                    false));
        }
    }

    private void moveUnproved(AccountId account, Email email) {
        var before = lock(account);
        var entry = addresses.entry(email);
        var moved = entry.isHeldByAnother(account)
                ? addresses.stand(account, email, entry.candidate())
                : addresses.hold(account, email);
        if (!moved) {
            throw Refusal.busy("site.busy");
        }
        leave(account, before, email);
        store(account, email, false);
    }

    /** Locks the account, so that of two moves at once the second one sees where the first one left it. */
    private Before lock(AccountId account) {
        return db.sql("""
                select name, email, verified_at is not null, locale
                  from accounts.account
                 where account_id = :account and state <> 'deleted'
                   for no key update
                """)
                .with("account", account)
                .maybe((row, n) -> new Before(
                        row.getString(1), row.getString(2), row.getBoolean(3), Letters.locale(row.getString(4))))
                .orElseThrow(() -> Refusal.notFound("ticket.used-up"));
    }

    private void leave(AccountId account, Before before, Email now) {
        if (before.email() != null && !before.email().equals(now.text())) {
            addresses.release(account, new Email(before.email()));
        }
    }

    private void store(AccountId account, Email email, boolean verified) {
        db.sql("update accounts.account set email = :email, verified_at = :verified where account_id = :account")
                .with("email", email.text())
                .with("verified", verified ? clock.instant() : null)
                .with("account", account)
                .run();
        sessions.forgetAfterCommit(account);
    }
}
