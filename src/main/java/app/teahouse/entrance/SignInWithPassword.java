package app.teahouse.entrance;

import app.teahouse.accounts.AddressBook;
import app.teahouse.accounts.Credentials;
import app.teahouse.accounts.Credentials.Known;
import app.teahouse.accounts.Device;
import app.teahouse.accounts.Email;
import app.teahouse.accounts.Entered;
import app.teahouse.accounts.Passwords;
import app.teahouse.accounts.Sessions;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody shows an address and a password and gets a session. The answer never tells whether the address is known. */
@Component
class SignInWithPassword {
    private final TransactionTemplate transaction;
    private final Limits limits;
    private final Attempts attempts;
    private final AddressBook addresses;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;

    SignInWithPassword(
            TransactionTemplate transaction,
            Limits limits,
            Attempts attempts,
            AddressBook addresses,
            Credentials credentials,
            Passwords passwords,
            Sessions sessions) {
        this.transaction = transaction;
        this.limits = limits;
        this.attempts = attempts;
        this.addresses = addresses;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    Entered signIn(String address, String password, Device device) {
        new Faults()
                .require(!address.isBlank(), "email", "field.missing")
                .require(!password.isEmpty(), "password", "field.missing")
                .refuse();
        var email = Email.of(address).orElseThrow(() -> Refusal.invalid("email", "address.malformed"));
        limits.take("sign-in", device.network(), 60, Duration.ofMinutes(10));
        attempts.take("sign-in", email, device);

        var known = credentials
                .find(addresses.entry(email), password)
                .orElseThrow(() -> Refusal.invalid("password", "sign-in.wrong"));
        if (known.blocked()) {
            throw Refusal.notAllowed("account.blocked");
        }
        attempts.giveBack("sign-in", email, device);
        return enter(known, password, device);
    }

    /** Also makes the hash anew where today's parameters are stronger than those it was made with. */
    Entered enter(Known known, String password, Device device) {
        var stronger = passwords.isOld(known.hash()) ? passwords.hash(password) : known.hash();
        return transaction.execute(_ -> {
            if (!stronger.equals(known.hash())) {
                credentials.strengthen(known, stronger);
            }
            return sessions.start(known.account(), device);
        });
    }
}
