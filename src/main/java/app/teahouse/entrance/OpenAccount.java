package app.teahouse.entrance;

import app.teahouse.accounts.AddAccount;
import app.teahouse.accounts.AddAccount.NewAccount;
import app.teahouse.accounts.AddressBook;
import app.teahouse.accounts.Credentials;
import app.teahouse.accounts.Device;
import app.teahouse.accounts.EditProfile;
import app.teahouse.accounts.Email;
import app.teahouse.accounts.Entered;
import app.teahouse.accounts.Passwords;
import app.teahouse.accounts.Sessions;
import app.teahouse.accounts.VerifyAddress;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.mail.Mail;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody opens an account with a name, an address and a password, and is signed in at once. A known address looks like any
 * other: there is a new account too, which does not hold the address (docs/decisions/0010). Only its own password leads into a
 * known account, as at sign-in.
 */
@Component
public class OpenAccount {
    private final TransactionTemplate transaction;
    private final Limits limits;
    private final Attempts attempts;
    private final AddAccount addAccount;
    private final AddressBook addresses;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SignInWithPassword signIn;
    private final Sessions sessions;
    private final VerifyAddress verifyAddress;
    private final Mail mail;
    private final Suspect suspect;
    private final Watch watch;

    OpenAccount(
            TransactionTemplate transaction,
            Limits limits,
            Attempts attempts,
            AddAccount addAccount,
            AddressBook addresses,
            Credentials credentials,
            Passwords passwords,
            SignInWithPassword signIn,
            Sessions sessions,
            VerifyAddress verifyAddress,
            Mail mail,
            Suspect suspect,
            Watch watch) {
        this.transaction = transaction;
        this.limits = limits;
        this.attempts = attempts;
        this.addAccount = addAccount;
        this.addresses = addresses;
        this.credentials = credentials;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sessions = sessions;
        this.verifyAddress = verifyAddress;
        this.mail = mail;
        this.suspect = suspect;
        this.watch = watch;
    }

    /**
     * The three fields of the form, named {@code name}, {@code email} and {@code password} there.
     *
     * @param locale the language of the page they used
     * @param zone the browser's time zone, if it told
     * @param carried what the form carried beside them
     */
    public record Details(
            String name,
            String email,
            String password,
            Locale locale,
            @Nullable String zone,
            Suspect.Carried carried) {

        Details(String name, String email, String password, Locale locale, @Nullable String zone) {
            this(name, email, password, locale, zone, Suspect.Carried.NOTHING);
        }

        /** As a page's form has them, with the field that nobody sees and the stamp that says when it was opened. */
        public static Details of(Form form, Locale locale) {
            return new Details(
                    form.value("name"),
                    form.value("email"),
                    form.value("password"),
                    locale,
                    form.text("zone"),
                    new Suspect.Carried(form.value("homepage"), form.text("opened"), true));
        }
    }

    /** Not to be called inside a transaction, because of the hashing. */
    public Entered open(Details details, Device device) {
        var email = check(details);
        var signs = suspect.signs(details.carried(), email);
        limits.take("sign-up", device.network(), 30, Duration.ofHours(1));
        attempts.take("sign-in", email, device);

        for (var tries = 0; tries < 3; tries++) {
            var entry = addresses.entry(email);
            var known = credentials.find(entry, details.password());
            var hash = passwords.hash(details.password());
            var entered = known.isPresent()
                    ? Optional.of(comeBack(known.get(), details, device))
                    : transaction.execute(status -> {
                        var written = write(details, email, hash, entry, device, signs);
                        if (written.isEmpty()) {
                            status.setRollbackOnly();
                        }
                        return written;
                    });
            if (entered.isPresent()) {
                attempts.giveBack("sign-in", email, device);
                return entered.get();
            }
        }
        throw Refusal.busy("site.busy");
    }

    Email check(Details details) {
        var email = Email.of(details.email());
        var faults = new Faults()
                .text("name", details.name(), EditProfile.LONGEST_NAME)
                .text("email", details.email(), 254)
                .require(email.isPresent(), "email", "address.malformed");
        passwords.check(faults, "password", details.password(), details.name(), details.email());
        faults.refuse();
        return email.orElseThrow();
    }

    /** Who signs up again with the right password wanted to sign in. */
    private Entered comeBack(Credentials.Known known, Details details, Device device) {
        if (known.blocked()) {
            throw Refusal.notAllowed("account.blocked");
        }
        return signIn.enter(known, details.password(), device);
    }

    /** Empty if somebody else took the address meanwhile: then their password is looked at first. */
    private Optional<Entered> write(
            Details details, Email email, String hash, AddressBook.Entry entry, Device device, Set<Sign> signs) {
        var account = new AccountId(Ids.next());
        insert(account, details, email, hash, false);
        if (!claim(account, email, entry)) {
            return Optional.empty();
        }
        watched(account, device, signs);
        if (mail.leaves()) {
            verifyAddress.write(account, email, details.locale(), entry.holder() != null);
        }
        return Optional.of(sessions.start(account, device));
    }

    private void watched(AccountId account, Device device, Set<Sign> signs) {
        if (!Suspect.isOutside(device.network())) {
            watch.opened(account, signs);
            return;
        }
        var all = EnumSet.noneOf(Sign.class);
        all.addAll(signs);
        if (attempts.newAccount(device.network()) > Suspect.CROWD) {
            all.add(Sign.CROWD);
        }
        watch.opened(account, all);
    }

    void insert(AccountId account, Details details, Email email, String hash, boolean operator) {
        addAccount.add(
                account,
                new NewAccount(details.name().strip(), email, hash, details.locale(), zone(details), operator));
    }

    private static String zone(Details details) {
        try {
            if (details.zone() != null) {
                return ZoneId.of(details.zone()).getId();
            }
        } catch (DateTimeException e) {
            // A made-up zone is no zone.
        }
        return details.locale().getLanguage().equals("zh") ? "Asia/Shanghai" : "UTC";
    }

    /** Where mail is sent only a verified account holds its address; elsewhere the first one does. */
    private boolean claim(AccountId account, Email email, AddressBook.Entry entry) {
        return (mail.leaves() || entry.holder() != null)
                ? addresses.stand(account, email, entry.candidate())
                : addresses.hold(account, email);
    }
}
