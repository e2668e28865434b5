package app.teahouse.departures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.Accounts;
import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Jobs;
import app.teahouse.kernel.Person;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Taking one's data along, and leaving. */
@TeahouseTest
class DeparturesTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SomePeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Jobs jobs;

    @Autowired
    Db db;

    @Test
    void everything_of_mine_comes_as_a_zip() throws IOException {
        var person = people.someone("Mei Lin");
        var answer = mvc.post()
                .uri("/me/settings/data")
                .cookie(people.cookie(person))
                .with(csrf())
                .exchange();

        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        var files = unpacked(answer);
        assertThat(files).containsKeys("account.json", "sessions.json", "tokens.json", "passkeys.json");
        assertThat(files.get("account.json")).contains("Mei Lin");
    }

    @Test
    void who_leaves_is_gone_at_once_and_the_address_is_free() {
        var person = people.withPassword(people.someone("Mei"));
        var cookie = people.cookie(person);

        assertThat(leave(person, "not the password")).hasStatus(422);
        assertThat(leave(person, SomePeople.PASSWORD)).hasStatus(303);

        assertThat(accounts.card(person.account())).isEmpty();
        assertThat(mvc.get().uri("/me/settings").cookie(cookie).exchange()).hasStatus(303);
        assertThat(db.sql("select 1 from accounts.claim where account_id = :account")
                        .with("account", person.account())
                        .exists())
                .isFalse();
    }

    @Test
    void the_rooms_finish_the_departure_and_it_is_forgotten() {
        var person = people.withPassword(people.someone("Mei"));
        leave(person, SomePeople.PASSWORD);

        jobs.run("departures.finish", Instant.now());

        assertThat(db.sql("select 1 from departures.departure where account_id = :account")
                        .with("account", person.account())
                        .exists())
                .isFalse();
    }

    @Test
    void the_operator_does_not_leave_a_site_without_one() {
        var operator = people.withPassword(people.someOperator());

        assertThat(leave(operator, SomePeople.PASSWORD)).hasStatus(409);
    }

    private MvcTestResult leave(Person person, String password) {
        return mvc.post()
                .uri("/me/settings/leave")
                .cookie(people.cookie(person))
                .param("password", password)
                .param("words", "go")
                .with(csrf())
                .exchange();
    }

    private static Map<String, String> unpacked(MvcTestResult answer) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
