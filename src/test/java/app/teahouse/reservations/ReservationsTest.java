package app.teahouse.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.RemoveMember;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A list of people becomes places; whoever proves the address takes theirs. */
@TeahouseTest
@Tag("database15")
class ReservationsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    ReadList readList;

    @Autowired
    BeginList beginList;

    @Autowired
    ListSheet sheet;

    @Autowired
    PlaceList places;

    @Autowired
    HeldPlaces held;

    @Autowired
    NotesOnMembers notes;

    @Autowired
    RemoveMember removeMember;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Partner partner;
    private Person xiaoyu;

    @BeforeEach
    void a_circle() {
        owner = circles.someHiddenOwner();
        partner = circles.partner(owner);
        xiaoyu = people.someone("Xiaoyu");
    }

    private static String email(Person person) {
        return person.account().value() + "@Example.org";
    }

    private ListId read(String text) throws IOException {
        return readList.read(partner, "people.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ListView bring(String text) throws IOException {
        var list = read(text);
        beginList.begin(partner, list);
        jobs.run("reservations.work", clock.instant());
        return sheet.one(partner, list, false, 0);
    }

    private String line(Person person, String rest) {
        return "昵称,邮箱,标签,加入日期,有效期至,备注\n小雨," + email(person) + "," + rest + "\n";
    }

    @Test
    void a_line_becomes_a_place_that_its_person_takes_with_tags_and_date() throws IOException {
        var done = bring(line(xiaoyu, "\"绿茶，老友\",2024-03-01,2027年1月31日,pays in cash"));
        assertThat(done.isDone()).isTrue();
        assertThat(done.fresh()).isEqualTo(1);
        assertThat(notes.of(owner.circle(), xiaoyu.account())).isEmpty();
        assertThat(held.of(people.someone())).isEmpty();
        assertThat(held.of(xiaoyu))
                .extracting(place -> place.face().id(), place -> place.notes().tags())
                .containsExactly(tuple(owner.circle(), List.of("绿茶", "老友")));

        held.take(xiaoyu, owner.circle());

        assertThat(notes.of(owner.circle(), xiaoyu.account()))
                .contains(new MemberNotes(
                        List.of("绿茶", "老友"), LocalDate.of(2024, 3, 1), LocalDate.of(2027, 1, 31), "pays in cash"));
        assertThat(held.of(xiaoyu)).isEmpty();
        assertThat(places.page(partner, null).items())
                .singleElement()
                .satisfies(place -> assertThat(place.member()).isNotNull());
        assertThat(db.sql("select string_agg(p::text, ' ') from reservations.place p where circle_id = :circle")
                        .with("circle", owner.circle())
                        .one(String.class))
                .doesNotContain("@", "小雨", "绿茶");
        await().untilAsserted(() -> assertThat(db.sql("""
                        select t.name || ' ' || w.how || ' ' || t.member_count
                          from membertags.worn w
                          join membertags.tag t on t.circle_id = w.circle_id and t.tag_id = w.tag_id
                         where w.circle_id = :circle and w.account_id = :account
                        """)
                        .with("circle", owner.circle())
                        .with("account", xiaoyu.account())
                        .all((row, n) -> row.getString(1)))
                .containsExactlyInAnyOrder("绿茶 list 1", "老友 list 1"));
    }

    @Test
    void the_same_list_again_changes_nothing_and_a_later_date_reaches_who_has_taken_their_place() throws IOException {
        var first = line(xiaoyu, "tea,,2027-01-31,");
        bring(first);
        assertThat(bring(first))
                .returns(0, ListView::fresh)
                .returns(0, ListView::changed)
                .returns(1, ListView::same);
        held.take(xiaoyu, owner.circle());
        assertThat(bring(first))
                .returns(0, ListView::fresh)
                .returns(0, ListView::changed)
                .returns(1, ListView::same);

        assertThat(bring(line(xiaoyu, "tea,,2028-01-31,"))).returns(1, ListView::changed);

        assertThat(notes.of(owner.circle(), xiaoyu.account()).orElseThrow().expiresOn())
                .isEqualTo(LocalDate.of(2028, 1, 31));
        assertThat(places.page(partner, null).items()).hasSize(1);
    }

    @Test
    void what_is_wrong_is_told_line_by_line_and_never_shows_an_address() throws IOException {
        var other = people.someone();
        var list = read("name;email;expires;joined;shoe size\n"
                + "One;" + email(xiaoyu) + ";;;44\n"
                + "Two;;;;\n"
                + "Three;not an address;;;\n"
                + "Four;" + email(xiaoyu).toUpperCase(Locale.ROOT) + ";;;\n"
                + "Five;" + email(other) + ";someday;;\n"
                + "Six;six@example.org;;" + email(other) + ";\n"
                + "seven@example.org;seven@example.org;;;;;shifted\n");
        var view = sheet.one(partner, list, true, 0);
        assertThat(view.unknown()).containsExactly("shoe size");
        assertThat(view).returns(7, ListView::total).returns(5, ListView::faulty);
        assertThat(view.lines().items())
                .extracting(LineView::line, LineView::odd, LineView::detail)
                .containsExactly(
                        tuple(3, "no-email", ""),
                        tuple(4, "bad-email", ""),
                        tuple(5, "twice", ""),
                        tuple(6, "bad-expires", "someday"),
                        tuple(7, "bad-joined", "…"),
                        tuple(8, "shifted", ""));
        var page = mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage/places/lists/" + view.id())
                .cookie(people.cookie(owner.member().person()))
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("shoe size", "Three").doesNotContain("@example", "@Example");
    }

    @Test
    void whom_staff_removed_finds_no_place_and_who_leaves_takes_what_was_known_along() throws IOException {
        bring(line(xiaoyu, "tea,,,"));
        var member = circles.join(owner, xiaoyu);
        assertThat(held.of(xiaoyu)).hasSize(1);
        held.take(xiaoyu, owner.circle());
        assertThat(notes.of(owner.circle(), xiaoyu.account())).isPresent();

        removeMember.remove(circles.staff(owner), member.standing().number(), "Test");

        await().untilAsserted(() ->
                assertThat(notes.of(owner.circle(), xiaoyu.account())).isEmpty());
        bring(line(xiaoyu, "tea,,,"));
        assertThat(held.of(xiaoyu)).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> held.take(xiaoyu, owner.circle()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reservation.place-gone"));
    }

    @Test
    void of_many_at_once_one_takes_the_place() throws Exception {
        bring(line(xiaoyu, "tea,,,"));
        var taken = AtOnce.run(4, () -> {
            held.take(xiaoyu, owner.circle());
            return true;
        });
        assertThat(taken.done()).hasSize(1);
        assertThat(taken.refused()).hasSize(3).containsOnly("reservation.place-gone");
    }

    @Test
    void a_long_list_goes_on_where_it_was_stopped_and_is_forgotten_after_a_month() throws IOException {
        var text = IntStream.range(0, 1_200)
                .mapToObj(i -> "p" + i + "@list.example")
                .collect(Collectors.joining("\n", "email\n", "\n"));
        var list = read(text);
        beginList.begin(partner, list);
        var before = sheet.one(partner, list, false, 0);
        assertThat(before.isRunning()).isTrue();
        beginList.stop(partner, list);
        jobs.run("reservations.work", clock.instant());
        assertThat(places.page(partner, null).items()).isEmpty();

        assertThat(bring(text)).returns(1_200, ListView::fresh).returns(1_200, ListView::done);

        jobs.run("reservations.work", clock.instant().plus(Duration.ofDays(31)));
        assertThat(sheet.latest(partner)).isEmpty();
        assertThat(places.page(partner, null).items()).hasSize(PlaceList.SIZE);
    }

    @Test
    void partners_bring_a_list_by_page_and_admins_do_not() {
        var url = "/c/" + SomeCircles.slug(owner) + "/manage/places";
        var cookie = people.cookie(owner.member().person());
        var sent = mvc.post()
                .uri(url)
                .multipart()
                .file(new MockMultipartFile(
                        "file",
                        "people.csv",
                        "text/csv",
                        line(xiaoyu, "=1+1,,,").getBytes(StandardCharsets.UTF_8)))
                .cookie(cookie)
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(303);
        var list = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(list).cookie(cookie)).hasStatusOk().bodyText().contains("Hold 1 place", "=1+1");
        assertThat(mvc.post().uri(list + "/start").cookie(cookie).with(csrf())).hasStatus(303);
        jobs.run("reservations.work", clock.instant());
        assertThat(mvc.get().uri(url).cookie(cookie)).hasStatusOk().bodyText().contains("小雨", "waits");

        var mine = people.cookie(xiaoyu);
        assertThat(mvc.get().uri("/me/places").cookie(mine))
                .hasStatusOk()
                .bodyText()
                .contains("Held for you");
        assertThat(mvc.post()
                        .uri("/me/places/held/" + Ids.text(owner.circle()))
                        .cookie(mine)
                        .with(csrf()))
                .hasStatus(303);
        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner) + "/m/2").cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("What staff wrote down", "=1+1");

        var admin = people.someone("Admin");
        circles.join(owner, admin, Role.ADMIN);
        assertThat(mvc.get().uri(url).cookie(people.cookie(admin))).hasStatus(403);
    }
}
