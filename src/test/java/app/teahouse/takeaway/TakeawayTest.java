package app.teahouse.takeaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class TakeawayTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SomeKind someKind;

    @Autowired
    AskForTakeaway askForTakeaway;

    @Autowired
    TakeawaySheet sheet;

    @Autowired
    Shelf shelf;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    private Member member;
    private String url;

    @BeforeEach
    void a_member() {
        var owner = circles.someOwner();
        member = circles.someMember(owner);
        url = "/c/" + SomeCircles.slug(owner) + "/takeaway/";
    }

    @Test
    void a_file_is_made_in_steps_fetched_by_who_asked_and_gone_after_a_week() throws IOException {
        var id = ask("10");
        assertThat(page(id)).contains("It begins in a moment");
        work();

        assertThat(page(id)).contains("some.zip is ready");
        assertThat(names(fetch(member, id))).hasSize(10).contains("leaves/9.txt");
        var stranger = circles.someMember(circles.someOwner());
        assertThat(mvc.get().uri(url + Ids.text(id) + "/file").cookie(people.cookie(stranger.person())))
                .hasStatus(403);

        jobs.run("takeaway.clear", clock.instant().plus(Duration.ofDays(8)));
        assertThat(shelf.file(id)).doesNotExist();
        assertThat(page(id)).contains("no longer kept");
        assertThat(mvc.get().uri(url + Ids.text(id) + "/file").cookie(people.cookie(member.person())))
                .hasStatus(404);
    }

    @Test
    void another_member_finds_nothing_there() {
        var id = ask("1");
        var other = circles.join(circles.someOwner(), member.person());
        assertThatThrownBy(() -> sheet.read(other, id)).hasMessage("takeaway.unknown");
    }

    /** As after a kill: the row says how much of the parts counts, and what was written later is cut off. */
    @Test
    void a_step_that_breaks_is_made_again_and_the_file_is_the_same() throws IOException {
        var whole = ask("8");
        work();
        var expected = fetch(member, whole);

        var id = ask("8");
        someKind.breaking.add(id);
        work();
        someKind.breaking.remove(id);
        assertThat(sheet.read(member, id).isRunning()).isTrue();
        Files.write(shelf.file(id), new byte[3000]);
        jobs.run("takeaway.work", clock.instant().plus(Duration.ofMinutes(3)));

        assertThat(fetch(member, id)).isEqualTo(expected);
    }

    @Test
    void what_never_works_ends_with_a_reason() {
        var id = ask("8");
        someKind.breaking.add(id);
        for (var i = 0; i < 5; i++) {
            jobs.run("takeaway.work", clock.instant().plus(Duration.ofMinutes(3L * i)));
        }
        assertThat(page(id)).contains("something went wrong several times");
    }

    @Test
    void of_ten_who_ask_at_once_for_the_same_all_get_the_same_one() throws Exception {
        var attempts = AtOnce.run(10, () -> ask("30"));
        assertThat(attempts.done()).hasSize(10);
        assertThat(attempts.done().stream().distinct()).hasSize(1);
        assertThatThrownBy(() -> ask("31")).hasMessage("takeaway.busy");
    }

    @Test
    void whoever_leaves_the_circle_leaves_nothing_on_the_shelf() {
        var id = ask("3");
        work();
        assertThat(shelf.file(id)).exists();
        mvc.post()
                .uri(url.replace("/takeaway/", "/membership/end"))
                .cookie(people.cookie(member.person()))
                .with(csrf())
                .exchange();
        await().untilAsserted(() -> assertThat(shelf.file(id)).doesNotExist());
    }

    @Test
    void a_stopped_file_is_thrown_away_and_a_program_sees_it() {
        var id = ask("3");
        var api = "/api/v1/circles/" + member.face().slug() + "/takeaways/" + id.value();
        var token = "Bearer " + tokens.some(member.person(), "read", "write");
        assertThat(mvc.get().uri(api).header("Authorization", token)).bodyText().contains("running", "some.zip");
        assertThat(mvc.delete().uri(api).header("Authorization", token)).hasStatus(204);
        assertThat(mvc.delete().uri(api).header("Authorization", token)).hasStatus(409);
        assertThat(mvc.get().uri(api).header("Authorization", token)).bodyText().contains("stopped");
        work();
        assertThat(shelf.file(id)).doesNotExist();
    }

    private TakeawayId ask(String wish) {
        return askForTakeaway.ask(member, "some", wish, "some.zip");
    }

    private void work() {
        jobs.run("takeaway.work", clock.instant());
    }

    private String page(TakeawayId id) {
        var answer = mvc.get()
                .uri(url + Ids.text(id))
                .cookie(people.cookie(member.person()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private byte[] fetch(Member who, TakeawayId id) {
        var answer = mvc.get()
                .uri(url + Ids.text(id) + "/file")
                .cookie(people.cookie(who.person()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private static List<String> names(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
