package app.teahouse.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.Furnished;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
@Tag("once")
class ExportTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeExports exports;

    @Autowired
    Furnished furnished;

    @Autowired
    StartExport startExport;

    @Autowired
    StopExport stopExport;

    @Autowired
    WorkExports workExports;

    @Autowired
    ExportSheet sheet;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Test
    void an_export_holds_the_words_and_no_address_of_anybody() throws IOException {
        var rooms = furnished.rooms("Lu Yu");
        var number =
                posts.somePost(rooms.member(), "First \"steps\"", "Hello @1, see /c/" + slug(rooms.owner()) + "/p/1");
        var email = jdbc.queryForObject(
                "select email from accounts.account where account_id = ?",
                String.class,
                rooms.owner().account().value());

        var entries = SomeExports.entries(exports.export(rooms.owner(), "a long passphrase"));

        assertThat(entries.get("posts/" + number + ".md"))
                .startsWith("---\ntitle: \"First \\\"steps\\\"\"\nauthor: \"@2\"\ndate: \"20")
                .endsWith("---\n\nHello @1, see circle:/p/1");
        assertThat(entries.get("circle.json")).contains("\"format\" : \"teahouse-circle\"", "\"version\" : 1");
        assertThat(entries.get("people/000001.jsonl")).hasLineCount(2);
        assertThat(entries)
                .containsKeys("data/members.membership/000001.jsonl", "data/comments.comment/000001.jsonl")
                .containsKeys("data/columns.done/000001.jsonl", "data/log.entry/000001.jsonl")
                .doesNotContainKey("data/index.document/000001.jsonl");
        assertThat(entries.values()).noneMatch(text -> text.contains(String.valueOf(email)));
    }

    @Test
    void accounts_and_the_circle_itself_have_no_ids_in_it() throws IOException {
        var owner = circles.someOwner();
        posts.somePost(circles.someMember(owner), "A post", "Hello @1");

        var entries = SomeExports.entries(exports.export(owner, null));

        assertThat(entries).doesNotContainKey("people/000001.jsonl");
        var manifest = entries.remove("circle.json");
        assertThat(manifest).contains(owner.circle().value().toString());
        // The test's own name for the circle has an id in it.
        entries.remove("data/circles.circle/000001.jsonl");
        assertThat(entries.values())
                .isNotEmpty()
                .noneMatch(text -> text.contains(owner.account().value().toString()))
                .noneMatch(text -> text.contains(owner.circle().value().toString()));
    }

    @Test
    void two_exports_are_the_same_also_if_one_was_interrupted_in_each_of_its_parts() throws IOException {
        var owner = furnished.rooms("Lu Yu").owner();
        var whole = SomeExports.entries(exports.export(owner, "a long passphrase"));

        var run = startExport.start(owner, "a long passphrase");
        var stops = 0;
        while (!dies(owner, run)) {
            stops++;
        }
        exports.work(owner, run);

        assertThat(stops).isGreaterThan(10);
        assertThat(SomeExports.entries(sheet.file(owner, run))).isEqualTo(whole);
    }

    /** As if the machine stopped after the part: what is written behind it is nonsense. Answers whether it had come to its end. */
    private boolean dies(Owner owner, RunId run) throws IOException {
        workExports.step(clock.instant(), 1);
        if (!sheet.one(owner, run).isRunning()) {
            return true;
        }
        for (var name : List.of(".part", ".directory")) {
            var file = TestFolder.DATA.resolve("exports").resolve(Ids.text(run) + name);
            Files.write(file, "nonsense".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        }
        return false;
    }

    @Test
    void one_at_a_time_and_it_can_be_stopped() {
        var owner = circles.someOwner();
        var run = startExport.start(owner, null);
        assertThatThrownBy(() -> startExport.start(owner, null)).hasMessage("export.running");
        assertThatThrownBy(() -> startExport.start(circles.someOwner(), "short"))
                .hasMessage("export.passphrase-short");

        stopExport.stop(owner, run);

        assertThat(sheet.one(owner, run).state()).isEqualTo("cancelled");
        assertThatThrownBy(() -> stopExport.stop(owner, run)).hasMessage("export.not-running");
        assertThatThrownBy(() -> sheet.file(owner, run)).hasMessage("export.unknown");
        exports.export(owner, null);
    }

    @Test
    void ten_at_once_start_one() throws Exception {
        var owner = circles.someOwner();
        var attempts = AtOnce.run(10, () -> startExport.start(owner, null));
        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(9).containsOnly("export.running");
    }

    /** Until there is nothing to do, for what other tests began is done first. */
    private void work(Instant now) {
        for (var more = true; more; ) {
            more = workExports.step(now);
        }
    }

    @Test
    void the_file_goes_after_seven_days() {
        var owner = circles.someOwner();
        var file = exports.export(owner, null);
        work(clock.instant().plus(Duration.ofDays(6)));
        assertThat(file).exists();

        work(clock.instant().plus(Duration.ofDays(8)));

        assertThat(file).doesNotExist();
        assertThat(sheet.latest(owner).getFirst().state()).isEqualTo("expired");
    }

    @Test
    void the_owner_alone_fetches_it_and_in_pieces() {
        var person = people.withPassword(people.someone("Owner"));
        var owner = circles.owner(person, Type.FREE);
        var admin = circles.someAdmin(owner);
        exports.export(owner, null);
        var url = "/c/" + slug(owner) + "/manage/export/"
                + sheet.latest(owner).getFirst().id() + "/file";

        var piece = mvc.get()
                .uri(url)
                .cookie(people.cookie(person))
                .header(HttpHeaders.RANGE, "bytes=0-3")
                .exchange();

        assertThat(piece).hasStatus(206);
        assertThat(piece.getResponse().getContentAsByteArray()).containsExactly('P', 'K', 3, 4);
        assertThat(mvc.get()
                        .uri(url)
                        .cookie(people.cookie(admin.member().person()))
                        .exchange())
                .hasStatus(403);
    }

    private static String slug(Owner owner) {
        return SomeCircles.slug(owner);
    }
}
