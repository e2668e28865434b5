package app.teahouse.away;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.outside.Fetched;
import app.teahouse.outside.LocalWeb;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
@Tag("once")
class FetchPicturesTest {
    private static LocalWeb web;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePictures pictures;

    @Autowired
    AskForPictures askForPictures;

    @Autowired
    PictureRows rows;

    @Autowired
    KeepPicture keepPicture;

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
        web.page("/leaf.png", 200, "image/png", SomePictures.picture())
                .page("/words.png", 200, "image/png", "no picture".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_post_shows_the_copy_and_nothing_else_about_it_changes() throws Exception {
        var owner = circles.someOwner();
        staff = circles.staff(owner);
        var member = circles.someMember(owner);
        var address = web.at("a.test", "/leaf.png");
        var number = pictures.article(staff, "![a leaf](" + address + ")", true);
        assertThat(pictures.post(staff, number).html()).doesNotContain("<img").contains("a leaf");

        pictures.work(web);

        var post = pictures.post(staff, number);
        assertThat(post.html()).contains("<img", "alt=\"a leaf\"", "/f/").doesNotContain(address);
        assertThat(post.pictures()).hasSize(1);
        assertThat(post.edits()).isZero();
        assertThat(post.edited()).isFalse();
        assertThat(circles.again(member).standing().unread()).isZero();
        assertThat(pictures.states(staff)).containsExactly(Map.entry(address, "fetched"));
    }

    @Test
    void a_later_text_with_the_same_address_shows_the_copy_at_once() throws Exception {
        var address = web.at("a.test", "/leaf.png");
        pictures.article(staff, "![a leaf](" + address + ")", true);
        pictures.work(web);

        var later = pictures.article(staff, "Again ![here](" + address + ")", true);

        assertThat(pictures.post(staff, later).html()).contains("<img");
        assertThat(web.asked("/leaf.png")).isPositive();
    }

    @Test
    void nothing_is_fetched_that_nobody_asked_for() throws Exception {
        var path = "/unasked-" + Ids.next() + ".png";
        web.page(path, 200, "image/png", SomePictures.picture());
        var number = pictures.article(staff, "![x](" + web.at("a.test", path) + ")", false);

        pictures.work(web);
        assertThat(web.asked(path)).isZero();

        askForPictures.ask(staff, List.of(number));
        askForPictures.stop(staff, List.of(number));
        pictures.work(web);
        assertThat(web.asked(path)).isZero();

        askForPictures.ask(staff, List.of(number));
        pictures.work(web);
        assertThat(pictures.post(staff, number).html()).contains("<img");
    }

    @Test
    void two_runs_at_once_fetch_each_picture_once() throws Exception {
        var paths = IntStream.range(0, 12)
                .mapToObj(i -> "/once-" + Ids.next() + ".png")
                .toList();
        paths.forEach(path -> web.page(path, exchange -> {
            var body = SomePictures.picture();
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }));
        pictures.article(
                staff,
                paths.stream()
                        .map(path -> "![x](" + web.at("h" + paths.indexOf(path) + ".test", path) + ")")
                        .collect(Collectors.joining(" ")),
                true);

        AtOnce.run(3, () -> {
            SomePictures.work(pictures.job(web), clock.instant());
            return true;
        });

        assertThat(paths).allSatisfy(path -> assertThat(web.asked(path)).isEqualTo(1));
        assertThat(pictures.states(staff).values()).containsOnly("fetched").hasSize(12);
    }

    @Test
    void what_was_under_way_at_a_restart_is_fetched_after_its_lease() throws Exception {
        var path = "/restart-" + Ids.next() + ".png";
        web.page(path, 200, "image/png", SomePictures.picture());
        var address = web.at("a.test", path);
        var number = pictures.article(staff, "![x](" + address + ")", true);
        var now = clock.instant();
        var claimed = rows.waiting(now, 500).stream()
                .filter(picture -> picture.address().equals(address))
                .findFirst()
                .orElseThrow();
        assertThat(rows.claim(claimed, now)).isTrue();

        SomePictures.work(pictures.job(web), now);
        assertThat(web.asked(path)).isZero();

        SomePictures.work(pictures.job(web), now.plus(Duration.ofMinutes(3)));
        assertThat(web.asked(path)).isEqualTo(1);
        assertThat(pictures.post(staff, number).html()).contains("<img");
    }

    @Test
    void a_restart_after_the_fetch_still_shows_the_picture() throws Exception {
        var address = web.at("a.test", "/leaf.png");
        var number = pictures.article(staff, "![x](" + address + ")", true);
        var now = clock.instant();
        var claimed = rows.waiting(now, 500).stream()
                .filter(picture -> picture.circle().equals(staff.circle()))
                .findFirst()
                .orElseThrow();
        rows.claim(claimed, now);
        keepPicture.keep(claimed, new Fetched.Got(SomePictures.picture()));
        assertThat(pictures.post(staff, number).html()).doesNotContain("<img");

        pictures.work(web);

        assertThat(pictures.post(staff, number).html()).contains("<img");
    }
}
