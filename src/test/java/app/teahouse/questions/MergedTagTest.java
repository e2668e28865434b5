package app.teahouse.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Ids;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever names a member tag follows it where it is merged. */
@TeahouseTest
@Tag("once")
class MergedTagTest extends QuestionsGround {
    @Test
    void segments_and_rules_follow_a_merged_tag() {
        var me = owner.member().person();
        var from = tag("Newbie");
        var into = tag("Beginner");
        var one = created(call(me, "POST", "/segments", """
                {"name": "New ones", "join": "all", "tag": "%1$s", "conditions":
                 [{"fact": "tag", "not": false, "value": "%1$s"}, {"fact": "posts", "not": false, "value": "1"}]}
                """.formatted(Ids.text(from))));
        var rule = created(call(me, "POST", "/screening-rules", """
                {"name": "Words", "kind": "words", "verdict": "hold", "matters": ["post"], "words": ["casino"],
                 "sparedTags": ["%s"]}
                """.formatted(from.value())));
        assertThat(call(me, "POST", "/screening-rules", """
                {"name": "Words", "kind": "words", "verdict": "hold", "matters": ["post"], "words": ["casino"],
                 "sparedTags": ["%s"]}
                """.formatted(Ids.next())))
                .hasStatus(422);

        arrange.merge(circles.staff(owner), from, into);

        await().untilAsserted(() -> assertThat(call(me, "GET", "/segments/" + one, ""))
                .bodyText()
                .contains(Ids.text(into))
                .doesNotContain(Ids.text(from)));
        await().untilAsserted(() -> assertThat(call(me, "GET", "/screening-rules/" + rule, ""))
                .bodyJson()
                .extractingPath("$.rule.sparedTags[0]")
                .isEqualTo(into.value().toString()));
        arrange.drop(circles.staff(owner), into);
        await().untilAsserted(() -> assertThat(call(me, "GET", "/screening-rules/" + rule, ""))
                .bodyJson()
                .extractingPath("$.rule.sparedTags")
                .asArray()
                .isEmpty());
    }

    private static String created(MvcTestResult result) {
        assertThat(result).hasStatus(201);
        return text(result).replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }
}
