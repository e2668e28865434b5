package app.teahouse.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.comments.CommentId;
import app.teahouse.comments.ReleaseComment;
import app.teahouse.comments.WriteComment;
import app.teahouse.content.PostKey;
import app.teahouse.curation.HidePost;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.kernel.Surface;
import app.teahouse.sheet.PostSheet;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a rule holds is seen and counted by nobody else until it is let out. */
@TeahouseTest
class HeldWordsTest extends ScreenGround {
    @Autowired
    WriteComment writeComment;

    @Autowired
    ReleaseComment releaseComment;

    @Autowired
    HidePost hidePost;

    @Autowired
    PostSheet sheet;

    @Autowired
    Db db;

    private String comment(Member member, long post, String text) {
        var id = writeComment.write(
                gate.speaker(member, Surface.COMMENT), new WriteComment.Asked(Ids.next(), post, null, text));
        return db.sql("select state from comments.comment where circle_id = :circle and comment_id = :id")
                .with("circle", member.circle())
                .with("id", id)
                .one(String.class);
    }

    @Test
    void what_is_held_is_seen_by_its_author_and_the_staff_until_it_is_let_out() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var other = circles.someMember(owner);
        var rule = rule(owner, RuleKind.WORDS, Verdict.HOLD, List.of("casino"), 0, 0);

        var held = posts.write(member, "", "Come to my c a s i n o", List.of(), null);
        assertThat(held.held()).isTrue();
        assertThat(held.number()).isNull();
        assertThat(pulse.of(owner.circle()).posts()).isZero();
        var key = PostKey.of(held.id());
        assertThat(sheet.read(gate.onlooker(member), key).isHeld()).isTrue();
        assertThat(sheet.read(gate.onlooker(owner.member()), key).powers().hide())
                .isTrue();
        assertThatThrownBy(() -> sheet.read(gate.onlooker(other), key)).hasMessage("post.unknown");

        var staff = circles.staff(owner);
        hidePost.hide(staff, key, "Not here");
        assertThat(sheet.read(gate.onlooker(member), key).hiddenWhy()).isEqualTo("Not here");
        var out = releasePost.release(staff, key);
        assertThat(out.number()).isEqualTo(1);
        assertThat(pulse.of(owner.circle()).posts()).isEqualTo(1);
        assertThat(sheet.read(gate.onlooker(other), PostKey.of("1")).isLive()).isTrue();
        assertThatThrownBy(() -> releasePost.release(staff, key)).hasMessage("post.not-held");
        assertThat(hitList.page(owner.circle(), "tea", rule, null).items()).hasSize(1);
        await().untilAsserted(() -> assertThat(db.sql("""
                        select kind from notify.notice where account_id = :account and circle_id = :circle
                        """)
                        .with("account", member.account())
                        .with("circle", owner.circle())
                        .all((row, n) -> row.getString(1)))
                .containsExactly("words_out"));
    }

    @Test
    void a_held_comment_counts_for_nobody_until_it_is_let_out() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var post = posts.somePost(owner.member());
        rule(owner, RuleKind.CONTACTS, Verdict.HOLD, List.of(), 0, 0);

        assertThat(comment(member, post, "加我微信 tea_lover88")).isEqualTo("held");
        assertThat(comment(member, post, "A cup of tea")).isEqualTo("live");
        assertThat(comment(owner.member(), post, "My number is 13800138000")).isEqualTo("live");
        assertThat(sheet.read(gate.onlooker(member), PostKey.of("1")).comments())
                .isEqualTo(2);
        var held = new CommentId(
                db.sql("select comment_id from comments.comment where circle_id = :circle and state = 'held'")
                        .with("circle", owner.circle())
                        .one((row, n) -> Db.uuid(row, 1)));
        releaseComment.release(circles.staff(owner), held);
        assertThat(sheet.read(gate.onlooker(member), PostKey.of("1")).comments())
                .isEqualTo(3);
    }
}
