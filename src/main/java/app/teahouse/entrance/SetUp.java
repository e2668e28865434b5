package app.teahouse.entrance;

import app.teahouse.accounts.AddressBook;
import app.teahouse.accounts.Device;
import app.teahouse.accounts.Entered;
import app.teahouse.accounts.Passwords;
import app.teahouse.accounts.Sessions;
import app.teahouse.entrance.OpenAccount.Details;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.secrets.Secrets;
import app.teahouse.security.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The first person of a new site becomes its operator, with the code that only who started the program has seen. */
@Component
public class SetUp {
    private final Db db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Limits limits;
    private final Passwords passwords;
    private final OpenAccount openAccount;
    private final AddressBook addresses;
    private final Sessions sessions;

    SetUp(
            Db db,
            Clock clock,
            TransactionTemplate transaction,
            Limits limits,
            Passwords passwords,
            OpenAccount openAccount,
            AddressBook addresses,
            Sessions sessions) {
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
        this.limits = limits;
        this.passwords = passwords;
        this.openAccount = openAccount;
        this.addresses = addresses;
        this.sessions = sessions;
    }

    boolean hasOperator() {
        return db.sql("select 1 from accounts.account where operator limit 1").exists();
    }

    /** A new code, in place of the one before: of that one only a hash is known. */
    String newCode() {
        var code = Secrets.code();
        db.sql("""
                insert into entrance.set_up (one, code_hash, made_at)
                values (true, :hash, :now)
                    on conflict (one) do update
                   set code_hash = :hash, made_at = :now
                """)
                .with("hash", Secrets.hash(code))
                .with("now", clock.instant())
                .run();
        return code;
    }

    /** Whether there is still a code to be entered. */
    public boolean isOpen() {
        return db.sql("select 1 from entrance.set_up").exists();
    }

    Entered setUp(Details details, String code, Device device) {
        limits.take("set-up", device.network(), 20, Duration.ofHours(1));
        var email = openAccount.check(details);
        look(code);
        var hash = passwords.hash(details.password());
        return transaction.execute(_ -> {
            take(code);
            var account = new AccountId(Ids.next());
            openAccount.insert(account, details, email, hash, true);
            if (!addresses.hold(account, email)) {
                throw Refusal.invalid("email", "address.taken");
            }
            return sessions.start(account, device);
        });
    }

    private void look(String code) {
        var right = db.sql("select code_hash from entrance.set_up")
                .maybe((row, n) -> row.getBytes(1))
                .filter(hash -> Arrays.equals(hash, hash(code)));
        if (right.isEmpty()) {
            throw Refusal.invalid("code", "set-up.wrong-code");
        }
    }

    /** Deletes the code: of two people at once, one becomes the operator. */
    private void take(String code) {
        var taken = db.sql("delete from entrance.set_up where code_hash = :hash")
                .with("hash", hash(code))
                .run();
        if (taken == 0) {
            throw Refusal.invalid("code", "set-up.wrong-code");
        }
    }

    private static byte[] hash(String code) {
        return Secrets.hash(code.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
