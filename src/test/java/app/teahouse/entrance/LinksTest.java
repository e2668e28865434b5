package app.teahouse.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.AddressBook;
import app.teahouse.accounts.ChangeAddress;
import app.teahouse.accounts.ChangePassword;
import app.teahouse.accounts.Device;
import app.teahouse.accounts.Email;
import app.teahouse.accounts.Entered;
import app.teahouse.accounts.Sessions;
import app.teahouse.accounts.VerifyAddress;
import app.teahouse.entrance.OpenAccount.Details;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.SignIn;
import app.teahouse.mail.TestPostman;
import app.teahouse.security.Bearers;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import app.teahouse.tokens.SomeTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Links in letters: verify, reset, change the address. */
@TeahouseTest
@Tag("once")
class LinksTest {
    private static final String PASSWORD = "four warm cups";
    private static final String OTHER = "six cold cups";

    @Autowired
    OpenAccount openAccount;

    @Autowired
    SignInWithPassword signIn;

    @Autowired
    VerifyAddress verifyAddress;

    @Autowired
    AskForReset askForReset;

    @Autowired
    ChangePassword changePassword;

    @Autowired
    ChangeAddress changeAddress;

    @Autowired
    Sessions sessions;

    @Autowired
    AddressBook addresses;

    @Autowired
    Gate gate;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Bearers bearers;

    @Autowired
    Db db;

    private final String email = Ids.next() + "@example.org";

    @Test
    void a_link_verifies_the_address_and_works_once_for_two_at_once() throws Exception {
        var entered = TestPostman.leaving(() -> open(email));
        var code = link("/verify/", email);

        var attempts = AtOnce.run(2, () -> {
            verifyAddress.verify(code);
            return "verified";
        });

        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).containsExactly("ticket.used-up");
        assertThat(addresses.entry(new Email(email)).holder())
                .isEqualTo(entered.signIn().account());
        assertThat(TestPostman.leaving(() -> sessions.bySession(entered.cookie()))
                        .map(SignIn::verified))
                .hasValue(true);
    }

    @Test
    void a_link_is_good_for_a_week() throws Exception {
        TestPostman.leaving(() -> open(email));
        var code = link("/verify/", email);

        TestClock.at(
                Instant.now().plus(Duration.ofDays(8)),
                () -> refused("ticket.used-up", () -> verifyAddress.verify(code)));
    }

    @Test
    void a_forgotten_password_is_replaced_and_everybody_else_is_signed_out() {
        var before = open(email);
        askForReset.ask(email, Locale.ENGLISH, elsewhere());
        askForReset.step(Instant.now());
        var code = link("/reset/", email);

        refused("password.common", () -> changePassword.reset(code, "password123", elsewhere()));
        var entered = changePassword.reset(code, OTHER, elsewhere());

        assertThat(entered.signIn().account()).isEqualTo(before.signIn().account());
        assertThat(sessions.bySession(before.cookie())).isEmpty();
        refused("sign-in.wrong", () -> signIn.signIn(email, PASSWORD, elsewhere()));
        assertThat(signIn.signIn(email, OTHER, elsewhere())).isNotNull();
        refused("ticket.used-up", () -> changePassword.reset(code, PASSWORD, elsewhere()));
    }

    /** Whoever opened an account with a stranger's address may have made a token there, and waits for the stranger. */
    @Test
    void whoever_wins_an_account_back_that_another_opened_with_their_address_is_alone_in_it() throws Exception {
        var stranger = TestPostman.leaving(() -> open(email));
        var token = tokens.some(new Person(stranger.signIn()), "read", "manage");
        assertThat(bearers.byToken(token)).isPresent();

        reset();
        assertThat(bearers.byToken(token)).isEmpty();

        var mine = tokens.some(new Person(stranger.signIn()), "read");
        reset();
        assertThat(bearers.byToken(mine)).isPresent();
    }

    private void reset() throws Exception {
        TestPostman.leaving(() -> {
            askForReset.ask(email, Locale.ENGLISH, elsewhere());
            askForReset.step(Instant.now());
            return changePassword.reset(link("/reset/", email), OTHER, elsewhere());
        });
    }

    @Test
    void an_unknown_address_gets_no_letter_and_no_other_answer() {
        askForReset.ask(email, Locale.ENGLISH, elsewhere());
        askForReset.step(Instant.now());

        assertThat(maybeLink("/reset/", email)).isEmpty();
    }

    @Test
    void following_a_reset_link_from_a_mailbox_verifies_it() throws Exception {
        TestPostman.leaving(() -> open(email));
        askForReset.ask(email, Locale.ENGLISH, elsewhere());
        askForReset.step(Instant.now());

        var entered = TestPostman.leaving(() -> changePassword.reset(link("/reset/", email), OTHER, elsewhere()));

        assertThat(TestPostman.leaving(() -> sessions.bySession(entered.cookie()))
                        .map(SignIn::verified))
                .hasValue(true);
    }

    @Test
    void the_address_changes_once_the_link_was_followed_and_the_old_one_hears_of_it() throws Exception {
        var person = person(open(email));
        TestPostman.leaving(() -> verified(person));
        var next = "next-" + email;

        TestPostman.leaving(() -> changeAddress.ask(person, next, PASSWORD));
        assertThat(signIn.signIn(email, PASSWORD, elsewhere())).isNotNull();
        changeAddress.confirm(link("/address/", next));

        refused("sign-in.wrong", () -> signIn.signIn(email, PASSWORD, elsewhere()));
        assertThat(signIn.signIn(next, PASSWORD, elsewhere()).signIn().account())
                .isEqualTo(person.account());
        assertThat(letters(email, "accounts.letter.address-changed")).isEqualTo(1);
        assertThat(addresses.entry(new Email(email)).first()).isEmpty();
    }

    @Test
    void moving_to_a_known_address_looks_the_same_and_writes_to_its_owner() throws Exception {
        open(email);
        var person = person(open("me-" + email));

        assertThat(TestPostman.leaving(() -> changeAddress.ask(person, email, PASSWORD)))
                .isTrue();
        assertThat(maybeLink("/address/", email)).isEmpty();
        assertThat(letters(email, "accounts.letter.known")).isEqualTo(1);
    }

    @Test
    void without_a_server_for_mail_the_address_changes_at_once() {
        var person = person(open(email));

        assertThat(changeAddress.ask(person, "next-" + email, PASSWORD)).isFalse();
        assertThat(signIn.signIn("next-" + email, PASSWORD, elsewhere())).isNotNull();
        refused("password.wrong", () -> changeAddress.ask(person, "other-" + email, OTHER));
    }

    @Test
    void a_changed_password_leaves_only_this_session() {
        var here = open(email);
        var there = signIn.signIn(email, PASSWORD, elsewhere());

        refused("password.wrong", () -> changePassword.change(person(here), OTHER, "seven hot cups"));
        changePassword.change(person(here), PASSWORD, OTHER);

        assertThat(sessions.bySession(here.cookie())).isPresent();
        assertThat(sessions.bySession(there.cookie())).isEmpty();
    }

    private Entered open(String address) {
        return openAccount.open(new Details("Mei", address, PASSWORD, Locale.ENGLISH, null), elsewhere());
    }

    private boolean verified(Person person) {
        return db.sql("update accounts.account set verified_at = created_at where account_id = :account")
                        .with("account", person.account())
                        .run()
                == 1;
    }

    private Person person(Entered entered) {
        return gate.person(gate.visitor(entered.signIn()));
    }

    private static Device elsewhere() {
        return new Device("test", Ids.next().toString());
    }

    private static void refused(String code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOf(Refusal.class).hasMessage(code);
    }

    private String link(String path, String to) {
        return maybeLink(path, to).orElseThrow();
    }

    private Optional<String> maybeLink(String path, String to) {
        return db
                .sql("select body_text from mail.message where recipient = :to order by message_id desc")
                .with("to", to)
                .all((row, n) -> row.getString(1))
                .stream()
                .flatMap(String::lines)
                .filter(line -> line.contains(path))
                .map(line -> line.substring(line.indexOf(path) + path.length()))
                .findFirst();
    }

    private long letters(String to, String kind) {
        return db.sql("select count(*) from mail.message where recipient = :to and kind = :kind")
                .with("to", to)
                .with("kind", kind)
                .one(Long.class);
    }
}
