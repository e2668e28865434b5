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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody proves, by a link in a letter, that the address they gave is theirs. From then on the account holds it. */
@Component
public class VerifyAddress {
    private final Db db;
    private final Clock clock;
    private final Tickets tickets;
    private final AddressBook addresses;
    private final Sessions sessions;
    private final Mail mail;
    private final Limits limits;

    VerifyAddress(
            Db db, Clock clock, Tickets tickets, AddressBook addresses, Sessions sessions, Mail mail, Limits limits) {
        this.db = db;
        this.clock = clock;
        this.tickets = tickets;
        this.addresses = addresses;
        this.sessions = sessions;
        this.mail = mail;
        this.limits = limits;
    }

    /**
     * Writes the letter. It greets nobody by name, since the name comes from whoever typed the address.
     *
     * @param held whether another account holds the address; then the letter says so and verifies nothing
     */
    public void write(AccountId account, Email email, Locale locale, boolean held) {
        if (held) {
            mail.post(new Letter(email.text(), null, locale, "accounts.letter.known", Map.of(), "/sign-in", false));
            return;
        }
        var code = tickets.issue(Kind.VERIFY, new Ticket(account, email));
        mail.post(new Letter(email.text(), null, locale, "accounts.letter.verify", Map.of(), "/verify/" + code, true));
    }

    /** Somebody wants the letter once more. */
    @Transactional
    public void again(Person person) {
        limits.take("verify", person.account().value().toString(), 5, Duration.ofHours(1));
        var email = db.sql("""
                select email
                  from accounts.account
                 where account_id = :account and verified_at is null and email is not null
                """)
                .with("account", person.account())
                .maybe((row, n) -> new Email(row.getString(1)))
                .orElseThrow(() -> Refusal.conflict("address.verified"));
        var held = addresses.entry(email).isHeldByAnother(person.account());
        write(person.account(), email, Words.nearest(person.signIn().locale()), held);
    }

    @Transactional
    public void verify(String code) {
        var ticket = tickets.take(Kind.VERIFY, code);
        prove(ticket);
    }

    /** The address of a link that was followed is verified, if the account still gives it. */
    void prove(Ticket ticket) {
        var changed = db.sql("""
                update accounts.account
                   set verified_at = coalesce(verified_at, :now)
                 where account_id = :account and email = :email and state <> 'deleted'
                """)
                .with("now", clock.instant())
                .with("account", ticket.account())
                .with("email", ticket.email().text())
                .run();
        if (changed == 0) {
            throw Refusal.notFound("ticket.used-up");
        }
        if (!addresses.hold(ticket.account(), ticket.email())) {
            throw Refusal.conflict("address.taken");
        }
        sessions.forgetAfterCommit(ticket.account());
    }
}
