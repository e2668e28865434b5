package app.teahouse.departures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.Accounts;
import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Taking one's data along, and leaving. */
@TeahouseTest
@Tag("database15")
class DeparturesTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

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
        assertThat(files)
                .containsKeys(
                        "account.json",
                        "sessions.json",
                        "circles.jsonl",
                        "applications.json",
                        "following.json",
                        "tokens.json",
                        "passkeys.json");
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
    void an_owner_hands_each_circle_over_or_deletes_it_first() {
        var owner = circles.someOwner();
        var person = people.withPassword(owner.member().person());
        var settled = "/c/" + SomeCircles.slug(owner) + "/manage/settings/end";

        assertThat(mvc.get().uri("/me/settings/leave").cookie(people.cookie(person)))
                .hasStatusOk()
                .bodyText()
                .contains(settled, "would be left without an owner");
        assertThat(leave(person, SomePeople.PASSWORD)).hasStatus(409).bodyText().contains(settled);
        assertThat(mvc.post()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/settings/archive")
                        .cookie(people.cookie(person))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(leave(person, SomePeople.PASSWORD)).as("archived").hasStatus(409);

        db.sql(
                        "update circles.circle set state = 'deleting', delete_at = now() + interval '14 days' where circle_id = :c")
                .with("c", owner.circle())
                .run();
        assertThat(leave(person, SomePeople.PASSWORD)).as("being deleted").hasStatus(303);
    }

    @Test
    void who_takes_over_or_founds_a_circle_and_deletes_the_account_at_once_does_only_one_of_them() throws Exception {
        for (var round = 0; round < 6; round++) {
            var founder = people.withPassword(people.someone());
            var founded = AtOnce.<Boolean>run(List.of(
                    () -> leave(founder, SomePeople.PASSWORD).getResponse().getStatus() == 303, () -> {
                        busy();
                        circles.owner(founder, Type.FREE);
                        return true;
                    }));
            assertThat(founded.done().stream().filter(done -> done)).hasSize(1);

            var owner = circles.someOwner();
            var heir = people.withPassword(people.someone());
            var member = circles.join(owner, heir);
            circles.offer(owner, member);
            var taken = AtOnce.<Boolean>run(List.of(
                    () -> leave(heir, SomePeople.PASSWORD).getResponse().getStatus() == 303, () -> {
                        busy();
                        circles.accept(member);
                        return true;
                    }));
            assertThat(taken.done().stream().filter(done -> done)).hasSize(1);
        }
        assertThat(db.sql("""
                        select 1
                          from circles.circle c
                          join accounts.account a on a.account_id = c.owner_id
                         where c.state = 'active' and a.state = 'deleted'
                        """).exists()).as("circles without a living owner").isFalse();
    }

    /** About as long as the password is being checked, so that both come to the account at the same moment. */
    private void busy() {
        people.withPassword(people.someone());
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
