package app.teahouse.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Members write to the staff and are answered, also who is muted or was removed; one letter for each matter, and nobody else reads it. */
@TeahouseTest
class WriteLetterTest {
    @Autowired
    WriteLetter writeLetter;

    @Autowired
    AnswerLetter answerLetter;

    @Autowired
    LetterSheet letterSheet;

    @Autowired
    LeaveLetters leaveLetters;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Staff staff;
    Member member;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        member = circles.someMember(owner);
    }

    private LetterId write(Person who, Letter.Matter matter, @Nullable UUID about, String text) {
        return writeLetter.open(
                who,
                owner.circle(),
                new WriteLetter.Wish(matter, about, matter == Letter.Matter.OTHER ? "Tea" : "", text));
    }

    private LetterId write(String text) {
        return write(member.person(), Letter.Matter.OTHER, null, text);
    }

    private UUID mute(Member whose) {
        circles.mute(whose, "post");
        return Objects.requireNonNull(jdbc.queryForObject(
                "select ruling_id from speaking.ruling where circle_id = ? and account_id = ?",
                UUID.class,
                owner.circle().value(),
                whose.account().value()));
    }

    private List<String> said(LetterId letter) {
        return letterSheet.one(staff, letter, null).lines().stream()
                .map(view -> view.line().text())
                .toList();
    }

    private Letter now(LetterId letter) {
        return letterSheet.one(staff, letter, null).view().letter();
    }

    private List<String> told(Person whom) {
        return jdbc.queryForList(
                "select kind from notify.notice where account_id = ?",
                String.class,
                whom.account().value());
    }

    @Test
    void who_is_muted_writes_from_where_the_box_would_be_and_staff_lift_it_from_there() {
        var ruling = mute(member);
        var slug = SomeCircles.slug(owner);
        var about = "/c/" + slug + "/letters/new?matter=mute&about=" + ruling;
        assertThat(browser.get().uri("/c/" + slug + "/membership/speaking").cookie(people.cookie(member.person())))
                .bodyText()
                .contains("/letters/new?matter=mute");
        assertThat(browser.get().uri(about).cookie(people.cookie(member.person())))
                .hasStatusOk()
                .bodyText()
                .contains("Test");

        assertThat(browser.post()
                        .uri("/c/" + slug + "/letters")
                        .cookie(people.cookie(member.person()))
                        .with(csrf())
                        .param("matter", "mute")
                        .param("about", ruling.toString())
                        .param("text", "It was my own shop"))
                .hasStatus(303);

        var letter =
                letterSheet.waiting(staff, Letter.Waits.STAFF, null).items().getFirst();
        assertThat(browser.get()
                        .uri("/c/" + slug + "/manage/letters/" + letter.key())
                        .cookie(people.cookie(owner.member().person())))
                .bodyText()
                .contains("It was my own shop", "/manage/speaking/rulings/");
        assertThat(browser.get().uri(about).cookie(people.cookie(member.person())))
                .as("a second appeal leads into the open one")
                .hasStatus(303)
                .hasHeader("Location", "/c/" + slug + "/letters/" + letter.key());
        await().untilAsserted(() -> assertThat(told(owner.member().person())).contains("letter"));
    }

    @Test
    void more_before_an_answer_keeps_its_place_and_is_told_once() {
        var letter = write("One");
        var since = now(letter).waitsSince();
        assertThat(write("Two")).isEqualTo(letter);
        writeLetter.write(member.person(), owner.circle(), letter, "Two");

        assertThat(said(letter)).as("a button pressed twice says it once").containsExactly("One", "Two");
        assertThat(now(letter).waitsSince()).isEqualTo(since);
        staffAreToldOnce();
    }

    private void staffAreToldOnce() {
        await().untilAsserted(() -> assertThat(jdbc.queryForObject(
                        "select count(*) from kernel.event where circle_id = ? and kind = 'LetterWritten'",
                        Long.class,
                        owner.circle().value()))
                .isZero());
        assertThat(told(owner.member().person()).stream().filter("letter"::equals))
                .hasSize(1);
    }

    @Test
    void a_closed_letter_opens_again_unless_another_of_its_matter_is_open() {
        var first = write("One");
        answerLetter.close(staff, first);
        assertThat(writeLetter.write(member.person(), owner.circle(), first, "Not yet"))
                .isEqualTo(first);
        assertThat(now(first).isOpen()).isTrue();

        answerLetter.close(staff, first);
        var second = write("Anew");
        assertThat(second).isNotEqualTo(first);
        assertThat(writeLetter.write(member.person(), owner.circle(), first, "And more"))
                .isEqualTo(second);
        assertThat(now(first).isOpen()).isFalse();
        assertThat(said(second)).containsExactly("Anew", "And more");
    }

    @Test
    void each_subject_has_a_letter_of_its_own_and_the_same_one_goes_on() {
        var keys = about("Keys", "Where are they?");
        assertThat(about("Chairs", "Are there enough?")).isNotEqualTo(keys);
        assertThat(about("Keys", "Found them.")).isEqualTo(keys);
    }

    private LetterId about(String subject, String text) {
        return writeLetter.open(
                member.person(), owner.circle(), new WriteLetter.Wish(Letter.Matter.OTHER, null, subject, text));
    }

    @Test
    void nobody_else_reads_it_and_who_never_was_here_does_not_write() {
        var letter = write("A secret");
        var other = circles.someMember(owner);
        var stranger = people.someone();

        assertThatThrownBy(() -> letterSheet.mine(other.person(), owner.circle(), letter, null))
                .hasMessage("letters.unknown");
        assertThatThrownBy(() -> writeLetter.write(other.person(), owner.circle(), letter, "Me too"))
                .hasMessage("letters.unknown");
        assertThatThrownBy(() -> write(stranger, Letter.Matter.OTHER, null, "Hello"))
                .hasMessage("letters.unknown");
        assertThatThrownBy(() -> letterSheet.mine(stranger, owner.circle(), null))
                .hasMessage("letters.unknown");
        assertThatThrownBy(() -> letterSheet.one(circles.staff(circles.someOwner()), letter, null))
                .hasMessage("letters.unknown");
    }

    @Test
    void it_is_about_what_is_the_writers_own() {
        var others = mute(circles.someMember(owner));
        assertThatThrownBy(() -> write(member.person(), Letter.Matter.MUTE, others, "Why"))
                .hasMessage("letters.about");
        assertThatThrownBy(() -> write(member.person(), Letter.Matter.REFUND, others, "Why"))
                .hasMessage("letters.about");
        assertThatThrownBy(() -> write(" ")).hasMessage("field.missing");
        assertThatThrownBy(() -> write("x".repeat(4_001))).hasMessage("field.too-long");
    }

    @Test
    void nobody_writes_without_end() {
        for (var i = 0; i < 20; i++) {
            write("Line " + i);
        }
        assertThatThrownBy(() -> write("One more")).hasMessage("site.too-often");
    }

    /** Seen failing without the lock on the member's row: the second met the unique key. */
    @Test
    void two_who_begin_at_once_begin_one_letter() throws Exception {
        var outcome = AtOnce.run(6, () -> write("Is anybody there?"));

        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.done()).hasSize(6).containsOnly(outcome.done().getFirst());
        assertThat(said(outcome.done().getFirst())).containsExactly("Is anybody there?");
        staffAreToldOnce();
    }

    @Test
    void letters_go_with_their_member_and_answers_lose_who_leaves() {
        var letter = write("One");
        answerLetter.answer(staff, letter, "Two", true);
        var admin = circles.someAdmin(owner);
        var theirs = writeLetter.open(
                admin.member().person(),
                owner.circle(),
                new WriteLetter.Wish(Letter.Matter.OTHER, null, "Tea", "Three"));

        leaveLetters.step(owner.member().account(), true, clock.instant());
        var lines = letterSheet.one(staff, letter, null).lines();
        assertThat(lines).extracting(view -> view.author() == null).containsExactly(false, true);
        leaveLetters.step(member.account(), false, clock.instant());
        assertThatThrownBy(() -> now(letter)).hasMessage("letters.unknown");
        assertThat(said(theirs)).containsExactly("Three");
    }
}
