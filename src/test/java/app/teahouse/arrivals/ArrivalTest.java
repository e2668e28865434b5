package app.teahouse.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.arrivals.BeginArrival.Wish;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.exports.SomeExports;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@TeahouseTest
@Tag("once")
class ArrivalTest {
    private static final String PASSPHRASE = "a long passphrase";

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeExports exports;

    @Autowired
    SomeArrivals arrivals;

    @Autowired
    BringCircle bringCircle;

    @Autowired
    BeginArrival beginArrival;

    @Autowired
    StopArrival stopArrival;

    @Autowired
    WorkArrivals workArrivals;

    @Autowired
    ArrivalSheet sheet;

    @Autowired
    Places places;

    @Autowired
    TakePlace takePlace;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private static String slug() {
        return "back-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A circle with an owner, a member and two posts, exported. */
    private record Left(Owner owner, Person member, Path file) {}

    private Left left(@Nullable String passphrase) {
        var owner = circles.owner(people.someone("Owner"), Type.FREE);
        var member = people.someone("Lu Yu");
        posts.somePost(circles.join(owner, member), "By the member", "Hello @1");
        posts.somePost(owner.member(), "By the owner", "Hello @2");
        return new Left(owner, member, exports.export(owner, passphrase));
    }

    private Left left() {
        return left(PASSPHRASE);
    }

    /** Without a passphrase, which takes its time. */
    private Left plain() {
        return left(null);
    }

    @Test
    void nobody_sees_it_before_all_of_it_is_in() throws IOException {
        var left = plain();
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, left.file());
        var preview = sheet.one(person, circle);
        assertThat(preview.count("content.post")).isEqualTo(2);
        assertThat(preview.free()).isFalse();
        assertThat(count("content.post", circle)).isZero();

        var slug = slug();
        beginArrival.begin(person, circle, new Wish(slug, null, true));
        var steps = 0;
        while (count("circles.circle", circle) == 0) {
            assertThatThrownBy(() -> gate.member(new Visitor(person), slug)).hasMessage("circle.unknown");
            workArrivals.step(clock.instant(), 1);
            steps++;
        }
        arrivals.work(person, circle);

        assertThat(steps).isGreaterThan(10);
        assertThat(gate.owner(new Visitor(person), slug).circle()).isEqualTo(circle);
        assertThat(count("kernel.event", circle)).as("nobody is told").isZero();
    }

    @Test
    void who_stops_it_leaves_nothing_behind() throws IOException {
        var left = plain();
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, left.file());
        var slug = slug();
        beginArrival.begin(person, circle, new Wish(slug, null, true));
        for (var i = 0; i < 30 && count("content.post", circle) == 0; i++) {
            workArrivals.step(clock.instant(), 1);
        }
        assertThat(count("content.post", circle)).isPositive();

        stopArrival.stop(person, circle);
        arrivals.work(person, circle);

        assertThat(sheet.one(person, circle).state()).isEqualTo("cancelled");
        assertThat(leftovers(circle)).isEmpty();
        assertThat(jdbc.queryForList("select slug from circles.slug_claim where slug = ?", String.class, slug))
                .isEmpty();
    }

    @Test
    void a_member_takes_the_place_again_with_all_that_was_theirs() throws IOException {
        var left = left();
        var slug = slug();
        var circle = arrivals.arrive(left.owner().member().person(), left.file(), slug, PASSPHRASE);
        assertThatThrownBy(() -> gate.member(new Visitor(left.member()), slug)).hasMessage("circle.members-only");
        assertThat(places.of(people.someone("A stranger"))).isEmpty();
        assertThat(places.in(left.member(), circle))
                .hasValueSatisfying(place -> assertThat(place.number()).isEqualTo(2));

        takePlace.take(left.member(), circle);
        arrivals.move();

        var member = gate.member(new Visitor(left.member()), slug);
        assertThat(jdbc.queryForObject(
                        "select count(*) from content.post where circle_id = ? and author_id = ?",
                        Long.class,
                        circle.value(),
                        member.account().value()))
                .isOne();
        assertThat(jdbc.queryForObject(
                        "select count(*) from content.post where circle_id = ? and ? = any(mentioned)",
                        Long.class,
                        circle.value(),
                        member.account().value()))
                .isOne();
        assertThat(places.of(left.member())).noneMatch(place -> place.circle().equals(circle));
        assertThat(SomeExports.entries(exports.export(
                        gate.owner(new Visitor(left.owner().member().person()), slug), PASSPHRASE)))
                .containsAllEntriesOf(words(left.file()));
    }

    /** What does not change when somebody comes back: all but their last visit. */
    private static Map<String, String> words(Path file) throws IOException {
        var words = SomeExports.entries(file);
        words.keySet().removeIf(name -> name.startsWith("data/members.membership"));
        return words;
    }

    @Test
    void of_ten_at_once_one_takes_the_place() throws Exception {
        var left = left();
        var circle = arrivals.arrive(left.owner().member().person(), left.file(), slug(), PASSPHRASE);

        var attempts = AtOnce.run(10, () -> {
            takePlace.take(left.member(), circle);
            return 1;
        });

        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(9).containsOnly("arrival.no-place");
    }

    @Test
    void staff_come_back_as_members_and_the_owner_hears_of_it() throws IOException {
        var owner = circles.owner(people.someone("Owner"), Type.FREE);
        var admin = people.someone("Admin");
        circles.join(owner, admin);
        jdbc.update(
                "update members.membership set role = 'admin' where circle_id = ? and account_id = ?",
                owner.circle().value(),
                admin.account().value());
        var slug = slug();
        var circle = arrivals.arrive(owner.member().person(), exports.export(owner, PASSPHRASE), slug, PASSPHRASE);

        takePlace.take(admin, circle);
        arrivals.move();

        assertThatThrownBy(() -> gate.staff(new Visitor(admin), slug)).hasMessage("circle.staff-only");
        assertThat(sheet.one(owner.member().person(), circle).returned()).hasSize(1);
    }

    @Test
    void who_is_a_member_already_is_told_so() throws IOException {
        var left = left();
        var slug = slug();
        var circle = arrivals.arrive(left.owner().member().person(), left.file(), slug, PASSPHRASE);
        circles.join(gate.owner(new Visitor(left.owner().member().person()), slug), left.member());

        assertThatThrownBy(() -> takePlace.take(left.member(), circle)).hasMessage("arrival.already-member");
    }

    @Test
    void without_the_passphrase_all_comes_but_no_place_waits() throws IOException {
        var left = left();
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, left.file());
        assertThatThrownBy(() -> beginArrival.begin(person, circle, new Wish(slug(), "another passphrase", true)))
                .hasMessage("arrival.passphrase-wrong");
        assertThatThrownBy(
                        () -> beginArrival.begin(person, circle, new Wish(SomeCircles.slug(left.owner()), null, true)))
                .hasMessage("slug.taken");

        beginArrival.begin(person, circle, new Wish(slug(), null, true));
        arrivals.work(person, circle);

        assertThat(sheet.one(person, circle).state()).isEqualTo("done");
        assertThat(places.of(left.member())).isEmpty();
    }

    @Test
    void somebody_else_who_brings_it_owns_it_and_speaks_for_nobody() throws IOException {
        var left = plain();
        var stranger = people.someone("Stranger");
        var circle = arrivals.bring(stranger, left.file());
        var slug = slug();
        beginArrival.begin(stranger, circle, new Wish(slug, null, false));
        arrivals.work(stranger, circle);

        assertThat(gate.owner(new Visitor(stranger), slug).circle()).isEqualTo(circle);
        assertThat(jdbc.queryForObject(
                        "select role from members.membership where circle_id = ? and number = 1",
                        String.class,
                        circle.value()))
                .isEqualTo("member");
    }

    @Test
    void what_is_wrong_is_said_with_its_line() throws IOException {
        refuses(
                "luggage.bad-value",
                entries -> change(entries, "data/members.membership/000001.jsonl", "\"number\":2", "\"number\":\"2\""));
        refuses(
                "luggage.impossible",
                entries -> change(entries, "data/members.membership/000001.jsonl", "\"number\":2", "\"number\":1"));
        refuses(
                "luggage.impossible",
                entries -> change(
                        entries, "data/members.membership/000001.jsonl", "\"state\":\"active\"", "\"state\":\"king\""));
        refuses(
                "luggage.bad-value",
                entries -> change(entries, "data/circles.circle/000001.jsonl", "\"zone\":\"", "\"zone\":\"Mars/"));
        refuses("luggage.no-json", entries -> change(entries, "data/content.post/000001.jsonl", "{", "["));
        refuses("luggage.missing", entries -> entries.remove("data/content.post/000001.jsonl"));
        refuses("luggage.missing-words", entries -> entries.remove("posts/1.md"));
        refuses("arrival.no-owner", entries -> change(entries, "circle.json", "\"owner\" : 1", "\"owner\" : 2"));
    }

    private static void change(Map<String, String> entries, String name, String from, String to) {
        assertThat(entries.get(name)).contains(from);
        entries.computeIfPresent(name, (_, text) -> text.replace(from, to));
    }

    private void refuses(String code, Consumer<Map<String, String>> crafting) throws IOException {
        var left = plain();
        var entries = new TreeMap<>(SomeExports.entries(left.file()));
        crafting.accept(entries);
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, write(entries));
        beginArrival.begin(person, circle, new Wish(slug(), null, true));
        arrivals.work(person, circle);

        var view = sheet.one(person, circle);
        assertThat(view.code()).as(view.problem().toString()).isEqualTo(code);
        assertThat(view.state()).isEqualTo("failed");
        assertThat(leftovers(circle)).as(code).isEmpty();
    }

    private Path write(Map<String, String> entries) throws IOException {
        var file = folder.resolve(UUID.randomUUID() + ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void what_is_no_export_is_not_taken_in() throws IOException {
        var person = people.someone("Founder");
        assertThatThrownBy(() -> bring(person, "no zip at all".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("luggage.no-zip");
        assertThatThrownBy(() -> bring(person, Files.readAllBytes(write(Map.of("a.md", "Words")))))
                .hasMessage("luggage.no-circle");
        assertThatThrownBy(() -> bring(
                        person,
                        Files.readAllBytes(
                                write(Map.of("circle.json", "{\"format\":\"teahouse-circle\",\"version\":9}")))))
                .hasMessage("luggage.other-version");
        var whole = Files.readAllBytes(plain().file());
        assertThatThrownBy(() -> bring(person, Arrays.copyOf(whole, whole.length / 2)))
                .hasMessage("luggage.no-zip");
        var twice = new String(whole, StandardCharsets.ISO_8859_1)
                .replace("posts/2.md", "posts/1.md")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> bring(person, twice)).hasMessage("luggage.twice");
    }

    /** Nothing is laid down under a name that stands in an archive, so the way out of a folder leads nowhere. */
    @Test
    void strange_names_and_columns_are_passed_over() throws IOException {
        var left = plain();
        var entries = new TreeMap<>(SomeExports.entries(left.file()));
        entries.put("../../../../tmp/evil.md", "Evil");
        entries.put("posts/../../evil.md", "Evil");
        change(
                entries,
                "data/content.post/000001.jsonl",
                "{\"",
                "{\"html\":\"<script>alert(1)</script>\",\"operator\":true,\"");
        change(entries, "posts/2.md", "Hello @2", "<script>alert(1)</script> Hello");
        var person = left.owner().member().person();
        var circle = arrivals.bring(person, write(entries));
        beginArrival.begin(person, circle, new Wish(slug(), null, true));
        arrivals.work(person, circle);

        var view = sheet.one(person, circle);
        assertThat(view.problem()).isEmpty();
        assertThat(view.state()).isEqualTo("done");
        assertThat(view.strange()).isEqualTo(2);
        assertThat(view.unknown()).containsExactlyInAnyOrder("html", "operator");
        assertThat(jdbc.queryForList("select html from content.post where circle_id = ?", String.class, circle.value()))
                .noneMatch(html -> html.contains("<script"));
    }

    private void bring(Person person, byte[] content) {
        bringCircle.bring(person, "a.zip", new ByteArrayInputStream(content));
    }

    private long count(String table, CircleId circle) {
        var count = jdbc.queryForObject(
                "select count(*) from " + table + " where circle_id = ?", Long.class, circle.value());
        return count == null ? 0 : count;
    }

    /** Tables that still know the circle, but for the note that it was to come. */
    private List<String> leftovers(CircleId circle) {
        return jdbc
                .query(
                        "select table_schema || '.' || table_name from information_schema.columns where column_name = 'circle_id'",
                        (row, n) -> String.valueOf(row.getString(1)))
                .stream()
                .filter(table -> !table.equals("arrivals.arrival") && count(table, circle) > 0)
                .toList();
    }
}
