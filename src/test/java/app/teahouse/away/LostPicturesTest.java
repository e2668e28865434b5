package app.teahouse.away;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.outside.LocalWeb;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
class LostPicturesTest {
    private static LocalWeb web;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePictures pictures;

    @Autowired
    AskForPictures askForPictures;

    @Autowired
    Db db;

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
    void what_cannot_be_had_is_listed_with_its_reason_and_can_be_tried_again() throws Exception {
        var lost = web.at("lost.test", "/x.png");
        var gone = web.at("a.test", "/late-" + Ids.next() + ".png");
        var words = web.at("b.test", "/words.png");
        var number = pictures.article(
                staff,
                "![1](" + lost + ") ![2](" + gone + ") ![3](" + words + ") ![4](https://inside.test:" + web.port()
                        + "/x.png)",
                true);

        pictures.work(web);
        assertThat(pictures.states(staff))
                .isEqualTo(Map.of(
                        lost,
                        "unknown_host",
                        gone,
                        "not_there",
                        words,
                        "wrong_type",
                        web.at("inside.test", "/x.png"),
                        "not_public"));
        assertThat(pictures.post(staff, number).html()).doesNotContain("<img");

        web.page(gone.substring(gone.lastIndexOf('/')), 200, "image/png", SomePictures.picture());
        askForPictures.again(staff, PictureId.of(gone));
        pictures.work(web);
        assertThat(pictures.states(staff)).containsEntry(gone, "fetched").containsEntry(words, "wrong_type");
        assertThat(pictures.post(staff, number).html()).containsOnlyOnce("<img");
    }

    @Test
    void without_a_connection_everything_fails_after_a_few_tries() throws Exception {
        pictures.article(
                staff,
                IntStream.range(0, 40)
                        .mapToObj(i -> "![x](https://nowhere" + i % 20 + ".invalid/" + i + ".png)")
                        .collect(Collectors.joining(" ")),
                true);
        pictures.article(
                staff,
                "![x](https://nowhere.invalid/a.png) ![x](https://nowhere.invalid/b.png) ![x](https://nowhere.invalid/c.png)",
                true);

        pictures.work(web);

        assertThat(pictures.states(staff).values())
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
        pictures.article(
                staff,
                "![x](https://lost.invalid/a) ![x](https://lost.invalid/b) ![x](https://lost.invalid/c) ![x](https://lost.invalid/d)",
                true);

        pictures.work(web);

        assertThat(pictures.states(staff).values()).containsOnly("unknown_host").hasSize(4);
    }
}
