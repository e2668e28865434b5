package app.teahouse.circles;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class DiscoverTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    Discover discover;

    @Autowired
    Db db;

    @Autowired
    MockMvcTester mvc;

    @Test
    void one_character_or_two_find_a_circle_by_its_name_or_promise() {
        var reading = called(circles.someOwner(), "慢读茶座", "每个月一本书");
        var hidden = called(circles.someHiddenOwner(), "慢读暗室", "每个月一本书");

        assertThat(found("座")).contains(reading).doesNotContain(hidden);
        assertThat(found("慢读")).contains(reading).doesNotContain(hidden);
        assertThat(found("一本 茶座")).contains(reading);
        assertThat(found("茶座 面包")).doesNotContain(reading);
    }

    @Test
    void case_and_width_make_no_difference_and_signs_mean_themselves() {
        var guild = called(circles.someOwner(), "Small Software Guild", "100% Slow");

        assertThat(found("SOFTware")).contains(guild);
        assertThat(found("ｇｕｉｌｄ")).contains(guild);
        assertThat(found("100%")).contains(guild);
        assertThat(found("1_0")).doesNotContain(guild);
        assertThat(found("\0guild")).contains(guild);
    }

    @Test
    void pages_follow_each_other_without_gaps() {
        var all = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            all.addFirst(called(circles.someOwner(), "Kite " + i, "We fly kites in zephyrs"));
        }

        var first = discover.search("zephyrs", null, 2);
        var second = discover.search("zephyrs", first.next(), 2);
        var third = discover.search("zephyrs", second.next(), 2);

        var seen = new ArrayList<String>();
        List.of(first, second, third)
                .forEach(page ->
                        page.items().forEach(listed -> seen.add(listed.face().slug())));
        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(third.next()).isNull();
    }

    @Test
    void what_nobody_promises_is_not_found() {
        assertThat(mvc.get().uri("/discover").param("q", "没有这样的圈子"))
                .hasStatusOk()
                .bodyText()
                .contains("No circle found");
        assertThat(mvc.get().uri("/api/v1/discover").param("q", "没有这样的圈子"))
                .hasStatusOk()
                .bodyText()
                .contains("\"items\":[]");
    }

    private String called(Owner owner, String name, String promise) {
        db.sql("update circles.circle set name = :name, promise = :promise where circle_id = :circle")
                .with("name", name)
                .with("promise", promise)
                .with("circle", owner.circle())
                .run();
        return SomeCircles.slug(owner);
    }

    private List<String> found(String words) {
        return discover.search(words, null, 50).items().stream()
                .map(listed -> listed.face().slug())
                .toList();
    }
}
