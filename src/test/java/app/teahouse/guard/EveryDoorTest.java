package app.teahouse.guard;

import static app.teahouse.guard.EveryDoor.EARLY;
import static app.teahouse.guard.EveryDoor.LATE;
import static app.teahouse.guard.EveryDoor.SAID;
import static app.teahouse.guard.EveryDoor.UNTITLED;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Db;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.SomePlans;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Knocks at every door by which words could leave, found in Spring itself, so that one that is added later is walked too: of a post that
 * is closed none of its words is anywhere, of a protected one none is where nobody guards it.
 */
@TeahouseTest
@Tag("once")
class EveryDoorTest {
    @Autowired
    EveryDoor doors;

    @Autowired
    SomeCircles circles;

    @Autowired
    ChangeReading changeReading;

    @Autowired
    SomePlans plans;

    @Autowired
    Db db;

    @Test
    void of_a_closed_post_no_word_is_anywhere() throws Exception {
        var world = doors.world();
        assertThat(found(doors.asMember(world), EARLY, LATE, SAID, UNTITLED))
                .as("while it is open")
                .isNotEmpty();

        doors.manage(world, "/manage/columns", "name", "Locked for now", "published", "true");
        doors.manage(world, "/manage/columns/1/items", "post", "1");
        doors.manage(world, "/manage/columns/1/items", "post", "2");
        doors.manage(world, "/manage/columns/1/opening", "opens", "on_day", "day", "2099-12-03");

        var answers = doors.asMember(world);
        assertThat(answers).hasSizeGreaterThan(100);
        assertThat(found(answers, EARLY, LATE, SAID, UNTITLED)).isEmpty();
        assertThat(answers.get("/c/" + world.slug() + "/p/1"))
                .contains("A title for all", "Opens on 3 Dec 2099")
                .doesNotContain("reading.js");
        assertThat(answers.get("/c/" + world.slug())).contains("A title for all", "Opens on 3 Dec 2099");
        assertThat(answers.get("/c/" + world.slug() + "/search?q=" + LATE)).doesNotContain("A title for all");
        assertThat(doors.refused(world)).isEmpty();

        doors.publicReading(world);
        assertThat(found(doors.outside(world), EARLY, LATE, SAID, UNTITLED)).isEmpty();
    }

    @Test
    void of_a_column_of_a_larger_plan_no_word_is_anywhere() throws Exception {
        var world = doors.world();
        plans.plan(world.owner(), "yearly", 19900);
        plans.better(world.owner(), "lifetime", 49900, 2);
        plans.toPaid(world.owner());
        doors.manage(world, "/manage/columns", "name", "For the inner circle", "published", "true");
        doors.manage(world, "/manage/columns/1/items", "post", "1");
        doors.manage(world, "/manage/columns/1/items", "post", "2");
        doors.manage(world, "/manage/columns/1/tier", "leastTier", "2");

        var answers = doors.asMember(world);
        assertThat(answers).hasSizeGreaterThan(100);
        assertThat(found(answers, EARLY, LATE, SAID, UNTITLED)).isEmpty();
        assertThat(answers.get("/c/" + world.slug() + "/p/1"))
                .contains("A title for all", "Opens with “lifetime”", "See the plans")
                .doesNotContain("reading.js");
        assertThat(answers.get("/c/" + world.slug() + "/columns/1")).contains("A title for all", "See the plans");
        assertThat(answers.get("/c/" + world.slug() + "/library")).contains("Opens with “lifetime”");
        assertThat(answers.get("/api/v1/circles/" + world.slug() + "/posts/1"))
                .contains("\"reason\":\"tier\"", "\"tier\":2");
        assertThat(doors.refused(world)).isEmpty();
    }

    @Test
    void to_a_newcomer_no_word_of_what_is_older_is_anywhere() throws Exception {
        var world = doors.world();
        changeReading.change(circles.partner(world.owner()), new ChangeReading.Asked(false, true, 30, 2));
        db.sql("update content.post set published_at = published_at - interval '9 days' where circle_id = :circle")
                .with("circle", world.owner().circle())
                .run();
        assertThat(found(doors.answers(world, world.reader(), path -> path.endsWith("/p/1")), EARLY))
                .as("who was here before")
                .isNotEmpty();
        db.sql(
                        "update members.membership set joined_at = now() + interval '1 second' where circle_id = :circle and role = 'member'")
                .with("circle", world.owner().circle())
                .run();

        var answers = doors.asMember(world);
        assertThat(found(answers, EARLY, LATE, SAID, UNTITLED)).isEmpty();
        assertThat(answers.get("/c/" + world.slug() + "/p/1")).contains("You are new here");
    }

    @Test
    void of_a_protected_post_no_word_is_where_nobody_guards_it() throws Exception {
        var world = doors.world();
        changeReading.change(circles.partner(world.owner()), new ChangeReading.Asked(true, false, null, null));

        var answers = doors.asMember(world);
        var unguarded = answers.entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("/api/")
                        || answer.getKey().startsWith("/feeds/")
                        || answer.getKey().contains(".atom")
                        || answer.getKey().contains("settings/data"))
                .toList();
        assertThat(unguarded).hasSizeGreaterThan(40);
        for (var answer : unguarded) {
            assertThat(answer.getValue()).as(answer.getKey()).doesNotContain(EARLY, LATE, UNTITLED);
        }
        assertThat(answers.get("/api/v1/circles/" + world.slug() + "/posts/1")).contains("\"withheld\":\"protected\"");
        assertThat(answers.get(world.feed())).contains("A title for all", "/p/1");
        assertThat(answers.get("/c/" + world.slug() + "/p/1"))
                .contains(LATE, "/a/held.", "class=\"held\"", "/watermark.svg");

        doors.manage(world, "/p/1/protection", "protection", "off");
        var api = "/api/v1/circles/" + world.slug() + "/posts/1";
        assertThat(doors.answers(world, world.reader(), api::equals).get(api)).contains(LATE, "\"withheld\":null");
        doors.manage(world, "/p/1/protection", "protection", "as_circle");
        assertThat(doors.answers(world, world.reader(), api::equals).get(api)).doesNotContain(LATE);
        assertThat(doors.answers(world, world.owner().member(), api::equals).get(api))
                .contains(LATE);
    }

    private static List<String> found(Map<String, String> answers, String... words) {
        return answers.entrySet().stream()
                .filter(answer -> Pattern.compile(String.join("|", words))
                        .matcher(answer.getValue().toLowerCase(Locale.ROOT))
                        .find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
