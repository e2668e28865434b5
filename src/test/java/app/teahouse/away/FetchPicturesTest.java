package app.teahouse.away;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.circles.Pulse;
import app.teahouse.content.KeepImported;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.outside.Fetched;
import app.teahouse.outside.LocalWeb;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@TeahouseTest
class FetchPicturesTest {
    private static LocalWeb web;

    @Autowired
    SomeCircles circles;

    @Autowired
    KeepImported imported;

    @Autowired
    NotePictures notePictures;

    @Autowired
    AskForPictures askForPictures;

    @Autowired
    PictureRows rows;

    @Autowired
    KeepPicture keepPicture;

    @Autowired
    ShowPictures showPictures;

    @Autowired
    Pulse pulse;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Db db;

    @Autowired
    Clock clock;

    private Staff staff;

    @BeforeAll
    static void open() throws Exception {
        web = new LocalWeb();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @BeforeEach
    void a_circle_with_pages() throws IOException {
        staff = circles.staff(circles.someOwner());
        web.page("/leaf.png", 200, "image/png", picture())
                .page("/words.png", 200, "image/png", "no picture".getBytes(StandardCharsets.UTF_8));
    }

    private record Post(String html, List<String> pictures, int edits, boolean edited) {}

    @Test
    void a_post_shows_the_copy_and_nothing_else_about_it_changes() throws Exception {
        var owner = circles.someOwner();
        staff = circles.staff(owner);
        var member = circles.someMember(owner);
        var address = web.at("a.test", "/leaf.png");
        var number = article("![a leaf](" + address + ")", true);
        assertThat(post(number).html()).doesNotContain("<img").contains("a leaf");

        work();

        var post = post(number);
        assertThat(post.html()).contains("<img", "alt=\"a leaf\"", "/f/").doesNotContain(address);
        assertThat(post.pictures()).hasSize(1);
        assertThat(post.edits()).isZero();
        assertThat(post.edited()).isFalse();
        assertThat(circles.again(member).standing().unread()).isZero();
        assertThat(states()).containsExactly(Map.entry(address, "fetched"));
    }

    @Test
    void a_later_text_with_the_same_address_shows_the_copy_at_once() throws Exception {
        var address = web.at("a.test", "/leaf.png");
        article("![a leaf](" + address + ")", true);
        work();

        var later = article("Again ![here](" + address + ")", true);

        assertThat(post(later).html()).contains("<img");
        assertThat(web.asked("/leaf.png")).isPositive();
    }

    @Test
    void what_cannot_be_had_is_listed_with_its_reason_and_can_be_tried_again() throws Exception {
        var lost = web.at("lost.test", "/x.png");
        var gone = web.at("a.test", "/late-" + Ids.next() + ".png");
        var words = web.at("b.test", "/words.png");
        var number = article(
                "![1](" + lost + ") ![2](" + gone + ") ![3](" + words + ") ![4](https://inside.test:" + web.port()
                        + "/x.png)",
                true);

        work();
        assertThat(states())
                .isEqualTo(Map.of(
                        lost,
                        "unknown_host",
                        gone,
                        "not_there",
                        words,
                        "wrong_type",
                        web.at("inside.test", "/x.png"),
                        "not_public"));
        assertThat(post(number).html()).doesNotContain("<img");

        web.page(gone.substring(gone.lastIndexOf('/')), 200, "image/png", picture());
        askForPictures.again(staff, PictureId.of(gone));
        work();
        assertThat(states()).containsEntry(gone, "fetched").containsEntry(words, "wrong_type");
        assertThat(post(number).html()).containsOnlyOnce("<img");
    }

    @Test
    void nothing_is_fetched_that_nobody_asked_for() throws Exception {
        var path = "/unasked-" + Ids.next() + ".png";
        web.page(path, 200, "image/png", picture());
        var number = article("![x](" + web.at("a.test", path) + ")", false);

        work();
        assertThat(web.asked(path)).isZero();

        askForPictures.ask(staff, List.of(number));
        askForPictures.stop(staff, List.of(number));
        work();
        assertThat(web.asked(path)).isZero();

        askForPictures.ask(staff, List.of(number));
        work();
        assertThat(post(number).html()).contains("<img");
    }

    @Test
    void two_runs_at_once_fetch_each_picture_once() throws Exception {
        var paths = IntStream.range(0, 12)
                .mapToObj(i -> "/once-" + Ids.next() + ".png")
                .toList();
        paths.forEach(path -> web.page(path, exchange -> {
            var body = picture();
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }));
        article(
                paths.stream()
                        .map(path -> "![x](" + web.at("h" + paths.indexOf(path) + ".test", path) + ")")
                        .collect(Collectors.joining(" ")),
                true);

        AtOnce.run(3, () -> {
            work(job(), clock.instant());
            return true;
        });

        assertThat(paths).allSatisfy(path -> assertThat(web.asked(path)).isEqualTo(1));
        assertThat(states().values()).containsOnly("fetched").hasSize(12);
    }

    @Test
    void what_was_under_way_at_a_restart_is_fetched_after_its_lease() throws Exception {
        var path = "/restart-" + Ids.next() + ".png";
        web.page(path, 200, "image/png", picture());
        var address = web.at("a.test", path);
        var number = article("![x](" + address + ")", true);
        var now = clock.instant();
        var claimed = rows.waiting(now, 500).stream()
                .filter(picture -> picture.address().equals(address))
                .findFirst()
                .orElseThrow();
        assertThat(rows.claim(claimed, now)).isTrue();

        work(job(), now);
        assertThat(web.asked(path)).isZero();

        work(job(), now.plus(Duration.ofMinutes(3)));
        assertThat(web.asked(path)).isEqualTo(1);
        assertThat(post(number).html()).contains("<img");
    }

    @Test
    void a_restart_after_the_fetch_still_shows_the_picture() throws Exception {
        var address = web.at("a.test", "/leaf.png");
        var number = article("![x](" + address + ")", true);
        var now = clock.instant();
        var claimed = rows.waiting(now, 500).stream()
                .filter(picture -> picture.circle().equals(staff.circle()))
                .findFirst()
                .orElseThrow();
        rows.claim(claimed, now);
        keepPicture.keep(claimed, new Fetched.Got(picture()));
        assertThat(post(number).html()).doesNotContain("<img");

        work();

        assertThat(post(number).html()).contains("<img");
    }

    @Test
    void without_a_connection_everything_fails_after_a_few_tries() throws Exception {
        article(
                IntStream.range(0, 40)
                        .mapToObj(i -> "![x](https://nowhere" + i % 20 + ".invalid/" + i + ".png)")
                        .collect(Collectors.joining(" ")),
                true);
        article(
                "![x](https://nowhere.invalid/a.png) ![x](https://nowhere.invalid/b.png) ![x](https://nowhere.invalid/c.png)",
                true);

        work();

        assertThat(states().values())
                .containsOnly("offline", "unknown_host")
                .contains("offline")
                .hasSize(43);
        var tries = db.sql("select sum(tries) from away.picture where circle_id = :circle")
                .with("circle", staff.circle())
                .one(Integer.class);
        assertThat(tries).isLessThan(12);
    }

    @Test
    void a_host_that_never_answers_is_given_up_after_two_tries() throws Exception {
        article(
                "![x](https://lost.invalid/a) ![x](https://lost.invalid/b) ![x](https://lost.invalid/c) ![x](https://lost.invalid/d)",
                true);

        work();

        assertThat(states().values()).containsOnly("unknown_host").hasSize(4);
    }

    private FetchPictures job() {
        return new FetchPictures(rows, keepPicture, showPictures, web.fetch());
    }

    private void work() {
        work(job(), clock.instant());
    }

    private static void work(FetchPictures job, Instant now) {
        while (job.step(now)) {
            assertThat(now).isNotNull();
        }
    }

    private long article(String body, boolean fetch) {
        return transaction.execute(_ -> {
            var number = pulse.nextQuiet(staff.circle(), 1);
            var away = imported.keep(
                    staff.member().face(),
                    new KeepImported.Article(
                            "md:" + Ids.next(),
                            number,
                            "An article",
                            body,
                            clock.instant(),
                            staff.account(),
                            "Lu Yu",
                            List.of()));
            notePictures.note(staff.circle(), number, away.orElseThrow(), fetch ? staff.account() : null);
            return number;
        });
    }

    private Post post(long number) {
        return db.sql("""
                select html, pictures, edits, edited_at is not null
                  from content.post
                 where circle_id = :circle and number = :number
                """)
                .with("circle", staff.circle())
                .with("number", number)
                .one((row, n) -> new Post(row.getString(1), Db.texts(row, 2), row.getInt(3), row.getBoolean(4)));
    }

    /** The state of each picture of the circle, or the reason why there is none. */
    private Map<String, String> states() {
        record Row(String address, String state) {}
        return db
                .sql("select address, coalesce(reason, state) from away.picture where circle_id = :circle")
                .with("circle", staff.circle())
                .all((row, n) -> new Row(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Row::address, Row::state));
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
