package app.teahouse.entrance;

import app.teahouse.accounts.AddressBook;
import app.teahouse.accounts.Device;
import app.teahouse.accounts.EditProfile;
import app.teahouse.accounts.Email;
import app.teahouse.accounts.Tickets;
import app.teahouse.accounts.Tickets.Kind;
import app.teahouse.accounts.Tickets.Ticket;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.mail.Letter;
import app.teahouse.mail.Mail;
import app.teahouse.security.Limits;
import app.teahouse.web.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody has forgotten their password. The page only notes the wish, which takes as long for every address; the job looks
 * whether there is an account, and writes to it.
 */
@Component
class AskForReset implements Job {
    private static final int AT_ONCE = 50;

    private final Db db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Limits limits;
    private final Attempts attempts;
    private final AddressBook addresses;
    private final Tickets tickets;
    private final Mail mail;

    AskForReset(
            Db db,
            Clock clock,
            TransactionTemplate transaction,
            Limits limits,
            Attempts attempts,
            AddressBook addresses,
            Tickets tickets,
            Mail mail) {
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
        this.limits = limits;
        this.attempts = attempts;
        this.addresses = addresses;
        this.tickets = tickets;
        this.mail = mail;
    }

    private record Wish(UUID id, Email email, Locale locale) {}

    void ask(String address, Locale locale, Device device) {
        var email = Email.of(address).orElseThrow(() -> Refusal.invalid("email", "address.malformed"));
        limits.take("reset", device.network(), 30, Duration.ofHours(1));
        attempts.take("reset", email, device);
        db.sql("insert into entrance.reset_wish (value, wish_id, locale, made_at) values (:value, :id, :locale, :now)")
                .with("value", email.text())
                .with("id", Ids.next())
                .with("locale", EditProfile.tag(locale))
                .with("now", clock.instant())
                .run();
    }

    @Override
    public String name() {
        return "accounts.answer-resets";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(3);
    }

    /** Who deletes a wish answers it, so nobody has to write down every few seconds that there was nothing to do. */
    @Override
    public boolean onEveryNode() {
        return true;
    }

    @Override
    public boolean step(Instant now) {
        var wishes = db.sql("""
                select wish_id, value, locale
                  from entrance.reset_wish
                 order by made_at, wish_id
                 limit :limit
                """)
                .with("limit", AT_ONCE)
                .all((row, n) -> new Wish(
                        Db.uuid(row, 1), new Email(row.getString(2)), Locale.forLanguageTag(row.getString(3))));
        for (var wish : wishes) {
            transaction.executeWithoutResult(_ -> answer(wish));
        }
        return wishes.size() == AT_ONCE;
    }

    private void answer(Wish wish) {
        var mine = db.sql("delete from entrance.reset_wish where value = :value and wish_id = :id")
                .with("value", wish.email().text())
                .with("id", wish.id())
                .run();
        if (mine == 1) {
            addresses.entry(wish.email()).first().ifPresent(account -> write(account, wish));
        }
    }

    private void write(AccountId account, Wish wish) {
        db.sql("select name from accounts.account where account_id = :account and email = :email and state = 'active'")
                .with("account", account)
                .with("email", wish.email().text())
                .maybe(String.class)
                .ifPresent(name -> {
                    var code = tickets.issue(Kind.RESET, new Ticket(account, wish.email()));
                    mail.post(new Letter(
                            wish.email().text(),
                            name,
                            Words.nearest(wish.locale()),
                            "accounts.letter.reset",
                            Map.of(),
                            "/reset/" + code,
                            true));
                });
    }
}
