package app.teahouse.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.AddressBook;
import app.teahouse.accounts.Device;
import app.teahouse.accounts.Email;
import app.teahouse.accounts.Entered;
import app.teahouse.accounts.Passwords;
import app.teahouse.entrance.OpenAccount.Details;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.mail.TestPostman;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Opening accounts and signing in, beneath the pages. */
@TeahouseTest
@Tag("once")
class SignUpTest {
    private static final String PASSWORD = "four warm cups";

    @Autowired
    OpenAccount openAccount;

    @Autowired
    SignInWithPassword signIn;

    @Autowired
    Passwords passwords;

    @Autowired
    AddressBook addresses;

    @Autowired
    Attempts attempts;

    @Autowired
    SweepAttempts sweep;

    @Autowired
    Jobs jobs;

    @Autowired
    Db db;

    @Autowired
    TransactionTemplate transaction;

    private final String email = Ids.next() + "@example.org";

    @Test
    void two_sign_ups_with_one_address_and_password_at_once_make_one_account() throws Exception {
        var attempts = AtOnce.run(4, () -> open(email, PASSWORD));

        assertThat(attempts.done())
                .extracting(entered -> entered.signIn().account())
                .hasSize(4)
                .containsOnly(attempts.done().getFirst().signIn().account());
        assertThat(accountsWith(email)).isEqualTo(1);
    }

    @Test
    void of_two_people_with_one_address_at_once_one_holds_it_and_both_come_in() throws Exception {
        List<Callable<Entered>> both = List.of(() -> open(email, PASSWORD), () -> open(email, "six cold cups"));
        var attempts = AtOnce.run(both);

        assertThat(attempts.refused()).isEmpty();
        var entry = addresses.entry(new Email(email));
        assertThat(List.of(entry.holder(), entry.candidate()))
                .containsExactlyInAnyOrderElementsOf(attempts.done().stream()
                        .map(entered -> entered.signIn().account())
                        .toList());
    }

    @Test
    void a_known_and_an_unknown_address_cost_the_same_hashes() {
        open(email, PASSWORD);

        var known = hashes(() -> refusedSignIn(email));
        var unknown = hashes(() -> refusedSignIn("x" + email));
        assertThat(known).isEqualTo(unknown).isEqualTo(2);

        var second = hashes(() -> open(email, "six cold cups"));
        var fresh = hashes(() -> open("y" + email, "six cold cups"));
        assertThat(second).isEqualTo(fresh).isEqualTo(3);
    }

    @Test
    void where_mail_leaves_only_a_verified_account_holds_its_address() throws Exception {
        var account = TestPostman.leaving(() -> open(email, PASSWORD)).signIn();

        assertThat(account.verified()).isFalse();
        assertThat(addresses.entry(new Email(email)).holder()).isNull();
        assertThat(addresses.entry(new Email(email)).candidate()).isEqualTo(account.account());
        assertThat(letters(email)).containsExactly("accounts.letter.verify");
    }

    @Test
    void a_known_address_gets_a_letter_that_says_so_and_the_screen_does_not() throws Exception {
        open(email, PASSWORD);
        var second = TestPostman.leaving(() -> open(email, "six cold cups"));

        assertThat(second.signIn().verified()).isFalse();
        assertThat(letters(email)).containsExactly("accounts.letter.known");
    }

    @Test
    void eight_wrong_passwords_from_one_network_are_enough_for_a_while() throws Exception {
        open(email, PASSWORD);
        var here = new Device("test", "192.0.2." + email.charAt(3));
        for (var i = 0; i < 8; i++) {
            refused("sign-in.wrong", () -> signIn.signIn(email, "wrong password " + email, here));
        }

        refused("site.too-often", () -> signIn.signIn(email, PASSWORD, here));
        assertThat(signIn.signIn(email, PASSWORD, elsewhere())).isNotNull();
        TestClock.at(Instant.now().plus(Duration.ofMinutes(16)), () -> {
            assertThat(signIn.signIn(email, PASSWORD, here)).isNotNull();
        });
    }

    @Test
    void good_sign_ins_use_no_tries_up() {
        open(email, PASSWORD);
        var here = elsewhere();
        for (var i = 0; i < 12; i++) {
            assertThat(signIn.signIn(email, PASSWORD, here)).isNotNull();
        }
    }

    @Test
    void a_blocked_account_does_not_open() {
        var account = open(email, PASSWORD).signIn().account();
        db.sql("update accounts.account set state = 'blocked' where account_id = :account")
                .with("account", account)
                .run();

        refused("account.blocked", () -> signIn.signIn(email, PASSWORD, elsewhere()));
    }

    @Test
    void a_weaker_hash_is_made_anew_at_sign_in() {
        var account = open(email, PASSWORD).signIn().account();
        db.sql("update accounts.account set password_hash = :hash where account_id = :account")
                .with("hash", new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(PASSWORD))
                .with("account", account)
                .run();

        signIn.signIn(email, PASSWORD, elsewhere());

        assertThat(hash(account)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(signIn.signIn(email, PASSWORD, elsewhere())).isNotNull();
    }

    @Test
    void no_password_is_hashed_inside_a_transaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> passwords.hash(PASSWORD)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sweeping_forgets_old_tries() {
        var who = new Email(email);
        attempts.take("sign-in", who, elsewhere());
        var before = count();

        jobs.run(sweep.name(), Instant.now().plus(Duration.ofDays(2)));

        assertThat(count()).isLessThan(before);
    }

    private long count() {
        return db.sql("select count(*) from entrance.attempt").one(Long.class);
    }

    @Test
    void many_accounts_at_once_from_one_network_are_counted_one_by_one() throws Exception {
        var network = "203.0.113." + Ids.next();

        var taken = AtOnce.run(Attempts.MOST_AN_HOUR + 10, () -> attempts.newAccount(network));

        assertThat(taken.done()).hasSize(Attempts.MOST_AN_HOUR).doesNotHaveDuplicates();
        assertThat(taken.refused()).hasSize(10).containsOnly("site.too-often");
    }

    private Entered open(String address, String password) {
        return openAccount.open(new Details("Mei", address, password, Locale.ENGLISH, "Europe/Paris"), elsewhere());
    }

    private void refusedSignIn(String address) {
        refused("sign-in.wrong", () -> signIn.signIn(address, "some other cup", elsewhere()));
    }

    private static void refused(String code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOf(Refusal.class).hasMessage(code);
    }

    /** No other test hashes on this thread, but others may at the same time; the smallest of some runs is the way's own. */
    private long hashes(Runnable action) {
        var before = passwords.hashed();
        action.run();
        return passwords.hashed() - before;
    }

    private static Device elsewhere() {
        return new Device("test", Ids.next().toString());
    }

    private long accountsWith(String address) {
        return db.sql("select count(*) from accounts.account where email = :email")
                .with("email", address)
                .one(Long.class);
    }

    private String hash(AccountId account) {
        return db.sql("select password_hash from accounts.account where account_id = :account")
                .with("account", account)
                .one(String.class);
    }

    private List<String> letters(String address) {
        return db.sql("select kind from mail.message where recipient = :to order by message_id")
                .with("to", address)
                .all((row, n) -> row.getString(1));
    }
}
