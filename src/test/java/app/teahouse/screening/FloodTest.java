package app.teahouse.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.content.PostKey;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many posts, the same again and again, from new accounts and many at once. */
@TeahouseTest
class FloodTest extends ScreenGround {
    @Test
    void the_first_posts_of_new_members_wait() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        rule(owner, RuleKind.NEWCOMERS, Verdict.HOLD, List.of(), 1, 0);

        var first = posts.write(member, "", "Hello", List.of(), null);
        assertThat(first.held()).isTrue();
        assertThat(posts.write(member, "", "Anybody there?", List.of(), null).held())
                .isTrue();
        releasePost.release(circles.staff(owner), PostKey.of(first.id()));
        assertThat(posts.write(member, "", "Thank you", List.of(), null).held()).isFalse();
        assertThat(posts.write(owner.member(), "", "Welcome", List.of(), null).held())
                .isFalse();
    }

    @Test
    void of_many_posts_at_once_no_more_pass_than_the_pace_allows() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        rule(owner, RuleKind.RATE, Verdict.ASK, List.of(), 3, 60);

        var attempts = AtOnce.run(10, () -> posts.write(member, "", "Tea " + Ids.next(), List.of(), null));

        assertThat(attempts.done()).hasSize(3);
        assertThat(attempts.refused()).hasSize(7).containsOnly("screening.rate");
    }

    @Test
    void copies_are_known_whoever_writes_them() {
        var owner = circles.someOwner();
        rule(owner, RuleKind.LIKENESS, Verdict.HOLD, List.of(), 2, 24 * 60);
        var advertisement = "想在家轻松赚钱吗？每天两小时日入三百元，名额有限，加我微信 NAME 了解详情，先到先得！";
        var held = new ArrayList<Boolean>();
        for (var i = 0; i < 5; i++) {
            var member = circles.someMember(owner);
            held.add(posts.write(member, "", advertisement.replace("NAME", "abc" + i * 1117), List.of(), null)
                    .held());
        }
        assertThat(held).containsExactly(false, false, true, true, true);
        assertThat(posts.write(circles.someMember(owner), "", "今天读完了第三章，讲的是绿茶的杀青工艺，想请教大家锅温多高。", List.of(), null)
                        .held())
                .isFalse();
    }

    @Test
    void the_same_of_one_writer_again_is_known() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        rule(owner, RuleKind.REPETITION, Verdict.ASK, List.of(), 1, 60);
        posts.write(member, "", "Does anybody know this wonderful tea from Fuding?", List.of(), null);

        assertThatThrownBy(() ->
                        posts.write(member, "", "does anybody know this wonderful tea, from Fuding", List.of(), null))
                .hasMessage("screening.repetition");
        posts.write(member, "", "Has somebody read the third chapter of the book yet?", List.of(), null);
    }

    /**
     * Two hundred advertisements of fifty new accounts. Seen failing without the row that lets one writer's texts wait for each other: more
     * of them pass than the pace allows.
     */
    @Test
    @Tag("once")
    void a_flood_of_advertisements_meets_the_rules_while_members_go_on() throws Exception {
        var owner = circles.someOwner();
        rule(owner, RuleKind.CONTACTS, Verdict.HOLD, List.of(), 0, 0);
        rule(owner, RuleKind.RATE, Verdict.ASK, List.of(), 2, 10);
        var writes = new ArrayList<Callable<Boolean>>();
        // As many at once as the site answers; the others wait for their turn before it.
        var doors = new Semaphore(12);
        for (var i = 0; i < 50; i++) {
            var advertiser = circles.someMember(owner);
            for (var j = 0; j < 4; j++) {
                writes.add(() -> write(doors, advertiser, "日入三百元，加我微信 abc12345 " + Ids.next()));
            }
            if (i % 5 == 0) {
                var member = circles.someMember(owner);
                writes.add(() -> write(doors, member, "今天读完了第三章 " + Ids.next()));
            }
        }

        var attempts = AtOnce.run(writes);

        assertThat(attempts.done().stream().filter(held -> held)).hasSize(100);
        assertThat(attempts.done().stream().filter(held -> !held)).hasSize(10);
        assertThat(attempts.refused()).hasSize(100).containsOnly("screening.rate");
        assertThat(pulse.of(owner.circle()).posts()).isEqualTo(10);
    }
}
