package app.teahouse.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.sheet.PostSheet;
import app.teahouse.sheet.PostView;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class ChangePostTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    EditPost editPost;

    @Autowired
    DeletePost deletePost;

    @Autowired
    PostSheet sheet;

    @Autowired
    Jobs jobs;

    @Autowired
    Gate gate;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    private static PostKey key(long number) {
        return new PostKey(number, null);
    }

    private PostView read(Member member, long number) {
        return sheet.read(gate.onlooker(member), key(number));
    }

    private static EditPost.Asked words(String text) {
        return new EditPost.Asked("", text, null, null);
    }

    @Test
    void only_the_author_changes_words_and_everybody_sees_that() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var number = posts.somePost(author, "", "First words");

        assertThatThrownBy(() -> editPost.edit(posts.speaker(owner.member()), key(number), words("Owner’s words")))
                .hasMessage("post.not-yours");
        editPost.edit(posts.speaker(author), key(number), words("Second words"));

        var stranger = circles.someMember(owner);
        assertThat(read(stranger, number).html()).contains("Second words");
        assertThat(read(stranger, number).dates().edited()).isNotNull();
    }

    @Test
    void an_edit_from_an_older_window_is_refused() {
        var author = circles.someMember(circles.someOwner());
        var number = posts.somePost(author);
        editPost.edit(posts.speaker(author), key(number), words("New"));

        assertThatThrownBy(() ->
                        editPost.edit(posts.speaker(author), key(number), new EditPost.Asked("", "Other", 0, null)))
                .hasMessage("post.edited-meanwhile");
    }

    @Test
    void a_post_that_waits_for_its_moment_waits_again_after_an_undo() {
        var author = circles.someMember(circles.someOwner());
        var at = clock.instant().plus(Duration.ofDays(1));
        var waiting = PostKey.of(
                posts.write(author, "Later", "Not yet", List.of(), at).id());
        deletePost.delete(author, waiting);
        deletePost.restore(author, waiting);
        assertThat(sheet.read(gate.onlooker(author), waiting).isScheduled()).isTrue();
    }

    @Test
    void who_deleted_may_undo_it_for_thirty_days_and_then_the_words_are_gone() throws Exception {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var number = posts.somePost(author);
        deletePost.delete(author, key(number));

        assertThatThrownBy(() -> read(owner.member(), number)).hasMessage("post.unknown");
        assertThatThrownBy(() -> deletePost.restore(owner.member(), key(number)))
                .hasMessage("post.unknown");
        deletePost.restore(author, key(number));
        assertThat(read(owner.member(), number).isLive()).isTrue();

        deletePost.delete(author, key(number));
        var later = clock.instant().plus(Duration.ofDays(31));
        jobs.run("content.erase-deleted", later);
        TestClock.at(
                later,
                () -> assertThatThrownBy(() -> deletePost.restore(author, key(number)))
                        .hasMessage("post.too-late-to-restore"));
        assertThat(db.sql(
                                "select title || body || html || excerpt from content.post where circle_id = :circle and number = :number")
                        .with("circle", owner.circle())
                        .with("number", number)
                        .one(String.class))
                .isEmpty();
    }

    @Test
    void staff_delete_below_their_own_role_only() {
        var owner = circles.someOwner();
        var admin = circles.someAdmin(owner);
        var ofOwner = posts.somePost(owner.member());
        var ofMember = posts.somePost(circles.someMember(owner));

        assertThatThrownBy(() -> deletePost.delete(admin.member(), key(ofOwner)))
                .hasMessage("post.above-you");
        deletePost.delete(admin.member(), key(ofMember));

        assertThatThrownBy(() -> read(owner.member(), ofMember)).hasMessage("post.unknown");
    }
}
