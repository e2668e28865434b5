package app.teahouse.staffnotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Notes of staff about a member: who writes, changes and reads them, and that the member does not. */
@TeahouseTest
class StaffNotesTest {
    @Autowired
    StaffNotes notes;

    @Autowired
    WriteNotes writeNotes;

    @Autowired
    NotesHousehold household;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Member member;
    String sheet = "";

    @BeforeEach
    void aMember() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
        sheet = "/c/" + SomeCircles.slug(owner) + "/m/" + member.standing().number();
    }

    private MvcTestResult send(Member who, String path, String... fields) {
        var request =
                browser.post().uri(path).cookie(people.cookie(who.person())).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(Member who, String path) {
        return browser.get().uri(path).cookie(people.cookie(who.person())).exchange();
    }

    private String page(Member who, String path) throws UnsupportedEncodingException {
        var answer = get(who, path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    @Test
    void staff_note_and_the_member_reads_nothing_of_it() throws UnsupportedEncodingException {
        assertThat(send(owner.member(), sheet + "/staff-notes", "body", " ")).hasStatus(422);
        assertThat(send(owner.member(), sheet + "/staff-notes", "body", "Prefers <letters>"))
                .hasStatus(303);
        assertThat(page(owner.member(), sheet)).contains("Prefers &lt;letters&gt;", "At a glance", "Timeline");
        assertThat(page(owner.member(), sheet + "/timeline")).contains("Prefers &lt;letters&gt;", "Joined");
        assertThat(page(member, sheet)).doesNotContain("Prefers", "At a glance", "/timeline", "staff-notes");
        for (var closed : new String[] {"/staff-notes", "/timeline"}) {
            assertThat(get(member, sheet + closed)).hasStatus(403);
        }
        assertThat(send(member, sheet + "/staff-notes", "body", "Me")).hasStatus(403);
        var kinds = jdbc.sql(
                        "select about || reason from log.entry where circle_id = :circle and kind = 'did' and whose_id = :member")
                .param("circle", owner.circle().value())
                .param("member", member.account().value())
                .query(String.class)
                .list();
        assertThat(kinds).containsExactly("staffnotes write");
    }

    @Test
    void a_page_begins_where_the_one_before_ended_also_if_that_note_is_gone() {
        var writer = circles.someAdmin(owner);
        var number = member.standing().number();
        for (var body : List.of("One", "Two", "Three", "Four")) {
            writeNotes.write(writer, number, body);
        }
        var first = notes.page(owner.member(), member.account(), null, 2);
        assertThat(first.items()).extracting(StaffNote::body).containsExactly("Four", "Three");
        var last = new NoteId(Ids.parse(Objects.requireNonNull(first.next())));
        writeNotes.drop(writer, number, last);
        assertThat(notes.page(owner.member(), member.account(), last, 2).items())
                .extracting(StaffNote::body)
                .containsExactly("Two", "One");
    }

    @Test
    void a_note_is_changed_by_its_writer_or_the_owner_and_one_is_pinned() {
        var writer = circles.someAdmin(owner);
        var other = circles.someAdmin(owner);
        var number = member.standing().number();
        var first = writeNotes.write(writer, number, "First");
        var second = writeNotes.write(other, number, "Second");
        assertThatThrownBy(() -> writeNotes.change(other, number, first, "Mine", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("staff-note.not-yours");
        assertThatThrownBy(() -> writeNotes.drop(other, number, first)).hasMessageContaining("staff-note.not-yours");
        var seen = notes.one(circles.staff(owner), member.account(), first).changedAt();
        writeNotes.change(circles.staff(owner), number, first, "First, mended", seen);
        assertThatThrownBy(() -> writeNotes.change(circles.staff(owner), number, first, "Second", seen))
                .hasMessageContaining("staff-note.moved");
        var known = notes.one(other, member.account(), first);
        assertThat(known.body()).isEqualTo("First, mended");
        assertThat(known.editedAt()).isNotNull();
        assertThat(known.mayChange()).isFalse();

        writeNotes.pin(other, number, first, true);
        writeNotes.pin(other, number, second, true);
        assertThat(notes.pinned(other.member(), member.account()))
                .extracting(StaffNote::body)
                .containsExactly("Second");
        assertThat(notes.page(other.member(), member.account(), null, 10).items())
                .extracting(StaffNote::body)
                .containsExactly("First, mended");
        writeNotes.drop(writer, number, first);
        assertThatThrownBy(() -> writeNotes.pin(other, number, first, true)).hasMessageContaining("staff-note.unknown");
        assertThatThrownBy(
                        () -> writeNotes.write(other, writer.member().standing().number(), "About an admin"))
                .hasMessageContaining("role.not-above");

        household.forget(owner.circle(), other.account());
        assertThat(notes.one(writer, member.account(), second).by()).isNull();
        household.forget(owner.circle(), member.account());
        assertThat(notes.pinned(writer.member(), member.account())).isEmpty();
    }

    @Test
    void of_notes_that_are_pinned_at_once_one_is() throws Exception {
        var staff = circles.staff(owner);
        var number = member.standing().number();
        var written = new ArrayList<NoteId>();
        for (var i = 0; i < 8; i++) {
            written.add(writeNotes.write(staff, number, "Note " + i));
        }
        for (var round = 0; round < 5; round++) {
            var pins = new ArrayList<Callable<Boolean>>();
            for (var note : written) {
                pins.add(() -> {
                    writeNotes.pin(staff, number, note, true);
                    return true;
                });
            }
            assertThat(AtOnce.run(pins).done()).hasSize(8);
        }
        assertThat(notes.pinned(owner.member(), member.account())).hasSize(1);
    }

    @Test
    void programs_of_staff_do_the_same() {
        var api = "/api/v1/circles/" + SomeCircles.slug(owner) + "/members/"
                + member.standing().number();
        var token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
        assertThat(browser.post()
                        .uri(api + "/staff-notes")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"body\":\"Sells tea\"}")
                        .exchange())
                .hasStatus(201);
        var key = notes.page(owner.member(), member.account(), null, 5)
                .items()
                .getFirst()
                .key();
        assertThat(browser.put()
                        .uri(api + "/staff-notes/" + key + "/pin")
                        .header("Authorization", token)
                        .exchange())
                .hasStatus(204);
        assertThat(browser.get()
                        .uri(api + "/staff-notes")
                        .header("Authorization", token)
                        .exchange())
                .bodyJson()
                .extractingPath("$.items[0].pinned")
                .isEqualTo(true);
        assertThat(browser.get()
                        .uri(api + "/timeline?limit=1")
                        .header("Authorization", token)
                        .exchange())
                .bodyJson()
                .extractingPath("$.items[0].kind")
                .isEqualTo("note");
        assertThat(browser.delete()
                        .uri(api + "/staff-notes/" + key)
                        .header("Authorization", token)
                        .exchange())
                .hasStatus(204);
        assertThat(browser.get()
                        .uri(api + "/timeline?before=x")
                        .header("Authorization", token)
                        .exchange())
                .hasStatus(422);
    }
}
