package app.teahouse.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.content.Posts;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class CommentsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts somePosts;

    @Autowired
    WriteComment writeComment;

    @Autowired
    EditComment editComment;

    @Autowired
    DeleteComment deleteComment;

    @Autowired
    HideComment hideComment;

    @Autowired
    CommentList list;

    @Autowired
    CommentSheet sheet;

    @Autowired
    Posts posts;

    @Autowired
    Gate gate;

    @Autowired
    Db db;

    private CommentId write(Member member, long number, @Nullable CommentId replyTo, String text) {
        return writeComment.write(
                gate.speaker(member, Surface.COMMENT), new WriteComment.Asked(Ids.next(), number, replyTo, text));
    }

    private List<CommentView> read(Member member, long number) {
        var post = posts.live(member.circle(), number).orElseThrow();
        return list.read(gate.onlooker(member), post.id(), CommentList.Place.START, 50)
                .items();
    }

    private long count(Owner owner, long number) {
        return db.sql("select comment_count from content.post where circle_id = :circle and number = :number")
                .with("circle", owner.circle())
                .with("number", number)
                .one(Long.class);
    }

    private Staff staff(Owner owner) {
        return gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner));
    }

    @Test
    void replies_stand_below_what_they_answer_one_level_deep() {
        var owner = circles.someOwner();
        var number = somePosts.somePost(owner.member());
        var first = write(owner.member(), number, null, "First");
        var second = write(owner.member(), number, null, "Second");
        var reply = write(owner.member(), number, first, "Reply");
        var deeper = write(owner.member(), number, reply, "Reply to the reply");

        assertThat(read(owner.member(), number))
                .extracting(CommentView::id)
                .containsExactly(first, reply, deeper, second);
        assertThat(read(owner.member(), number).get(2).thread()).isEqualTo(first);
        assertThat(read(owner.member(), number).get(2).answered()).isEqualTo("Owner");
        assertThat(count(owner, number)).isEqualTo(4);
    }

    @Test
    void a_form_sent_twice_at_once_makes_one_comment() throws Exception {
        var owner = circles.someOwner();
        var number = somePosts.somePost(owner.member());
        var speaker = gate.speaker(owner.member(), Surface.COMMENT);
        var form = UUID.randomUUID();

        var attempts =
                AtOnce.run(8, () -> writeComment.write(speaker, new WriteComment.Asked(form, number, null, "Once")));

        assertThat(attempts.refused()).isEmpty();
        assertThat(attempts.done().stream().distinct()).hasSize(1);
        assertThat(count(owner, number)).isEqualTo(1);
    }

    @Test
    void a_deleted_comment_leaves_a_line_above_its_replies_and_nothing_without_them() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var reader = circles.someMember(owner);
        var number = somePosts.somePost(owner.member());
        var answered = write(member, number, null, "Answered");
        var lonely = write(member, number, null, "Lonely");
        write(owner.member(), number, answered, "Reply");
        deleteComment.delete(member, answered);
        deleteComment.delete(member, lonely);

        assertThat(read(reader, number)).hasSize(2).first().satisfies(comment -> {
            assertThat(comment.isDeleted()).isTrue();
            assertThat(comment.html()).isNull();
        });
        assertThat(count(owner, number)).isEqualTo(1);
        assertThatThrownBy(() -> deleteComment.restore(reader, lonely)).hasMessage("comment.unknown");
        deleteComment.restore(member, lonely);
        assertThat(read(reader, number)).hasSize(3);
    }

    @Test
    void an_edit_is_seen_by_all_and_its_history_by_author_and_staff() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var reader = circles.someMember(owner);
        var number = somePosts.somePost(owner.member());
        var id = write(member, number, null, "Before");
        assertThatThrownBy(() -> editComment.edit(gate.speaker(owner.member(), Surface.COMMENT), id, "Mine"))
                .hasMessage("comment.not-yours");
        editComment.edit(gate.speaker(member, Surface.COMMENT), id, "After");

        assertThat(read(reader, number).getFirst().editedAt()).isNotNull();
        assertThatThrownBy(() -> sheet.history(reader, sheet.read(reader, id))).hasMessage("comment.history-closed");
        assertThat(sheet.history(owner.member(), sheet.read(owner.member(), id)))
                .singleElement()
                .satisfies(version -> assertThat(version.html()).contains("Before"));
    }

    @Test
    void a_hidden_comment_is_seen_by_its_author_and_the_staff() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = somePosts.somePost(owner.member());
        var id = write(member, number, null, "Buy my tea");
        hideComment.hide(staff(owner), id, "An advertisement");

        assertThat(read(circles.someMember(owner), number)).isEmpty();
        assertThat(read(member, number).getFirst().hiddenWhy()).isEqualTo("An advertisement");
        assertThat(read(owner.member(), number)).hasSize(1);
        hideComment.unhide(staff(owner), id);
        assertThat(read(circles.someMember(owner), number)).hasSize(1);
    }

    @Test
    void muted_members_do_not_comment() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        circles.mute(member, "comment");

        assertThatThrownBy(() -> gate.speaker(circles.again(member), Surface.COMMENT))
                .hasMessage("speaking.muted");
    }
}
