package app.teahouse.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Visitor;
import app.teahouse.mail.Outbox.State;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters from the outbox to the server. */
@TeahouseTest
class SendLettersTest {
    @Autowired
    Mail mail;

    @Autowired
    Outbox outbox;

    @Autowired
    Jobs jobs;

    @Autowired
    TestPostman postman;

    @Autowired
    SomePeople people;

    @Autowired
    Gate gate;

    @Autowired
    TransactionTemplate transaction;

    private final String to = Ids.next() + "@example.org";

    @Test
    void a_letter_is_written_in_its_receivers_language_and_sent_once() throws Exception {
        post(to, Locale.SIMPLIFIED_CHINESE);

        var runs = AtOnce.run(4, () -> TestPostman.leaving(() -> send(Instant.now())));

        assertThat(runs.done()).hasSize(4);
        assertThat(postman.carriedTo(to)).hasSize(1);
        var letter = postman.carriedTo(to).getFirst();
        assertThat(letter.subject()).contains("重设");
        assertThat(letter.text()).contains("/reset/secret");
        assertThat(letter.html()).contains("href=").contains("&lt;Mei&gt;");
    }

    @Test
    void a_secret_is_gone_from_the_outbox_once_it_was_sent() throws Exception {
        post(to, Locale.ENGLISH);
        var line = line(to);
        assertThat(outbox.one(operator(), line.id()).text()).contains("/reset/secret");

        TestPostman.leaving(() -> send(Instant.now()));

        var sent = outbox.one(operator(), line.id());
        assertThat(sent.line().state()).isEqualTo(State.SENT);
        assertThat(sent.text()).isEmpty();
    }

    @Test
    void without_a_server_letters_wait() {
        post(to, Locale.ENGLISH);
        jobs.run("mail.send-letters", Instant.now());

        assertThat(line(to).state()).isEqualTo(State.WAITING);
        assertThat(line(to).tries()).isZero();
    }

    @Test
    void what_the_server_refuses_is_tried_again_later_and_given_up_in_the_end() throws Exception {
        var broken = "broken-" + to;
        post(broken, Locale.ENGLISH);
        var now = Instant.now();

        TestPostman.leaving(() -> send(now));
        assertThat(line(broken).tries()).isEqualTo(1);
        assertThat(line(broken).nextAt()).isAfter(now.plusSeconds(50));

        for (var day = 1; day < 9; day++) {
            var later = now.plus(Duration.ofDays(2L * day));
            TestPostman.leaving(() -> send(later));
        }
        assertThat(line(broken).state()).isEqualTo(State.FAILED);
        assertThat(line(broken).lastError()).contains("No such mailbox");
    }

    @Test
    void old_letters_are_forgotten() {
        post(to, Locale.ENGLISH);
        var id = line(to).id();

        jobs.run("mail.forget-letters", Instant.now().plus(Duration.ofDays(31)));

        assertThatThrownBy(() -> outbox.one(operator(), id)).hasMessage("letter.unknown");
    }

    private boolean send(Instant now) {
        jobs.run("mail.send-letters", now);
        return true;
    }

    private void post(String to, Locale locale) {
        transaction.executeWithoutResult(_ ->
                mail.post(new Letter(to, "<Mei>", locale, "accounts.letter.reset", Map.of(), "/reset/secret", true)));
    }

    private Outbox.Line line(String to) {
        UUID before = null;
        while (true) {
            var page = outbox.list(operator(), null, before);
            var found =
                    page.items().stream().filter(line -> line.to().equals(to)).findFirst();
            if (found.isPresent() || page.next() == null) {
                return found.orElseThrow();
            }
            before = UUID.fromString(page.next());
        }
    }

    private Operator operator() {
        return gate.operator(new Visitor(people.someOperator()));
    }
}
