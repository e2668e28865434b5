package app.teahouse.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Jobs;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    HidePost hidePost;

    @Autowired
    PinPost pinPost;

    @Autowired
    HighlightPost highlightPost;

    @Autowired
    HighlightLog highlightLog;

    @Autowired
    TagPost tagPost;

    @Autowired
    PostSheet sheet;

    @Autowired
    PostHistory history;

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

    private Staff staff(Owner owner) {
        return gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner));
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
        assertThatThrownBy(() -> history.of(stranger, read(stranger, number))).hasMessage("post.history-closed");
        assertThat(history.of(owner.member(), read(owner.member(), number)))
                .extracting(PostVersion::body)
                .containsExactly("First words");
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
    void staff_delete_and_hide_below_their_own_role_only() {
        var owner = circles.someOwner();
        var admin = circles.someAdmin(owner);
        var member = circles.someMember(owner);
        var ofOwner = posts.somePost(owner.member());
        var ofMember = posts.somePost(member);

        assertThatThrownBy(() -> hidePost.hide(admin, key(ofOwner), "No")).hasMessage("post.above-you");
        assertThatThrownBy(() -> deletePost.delete(admin.member(), key(ofOwner)))
                .hasMessage("post.above-you");
        assertThatThrownBy(() -> hidePost.hide(admin, key(ofMember), " ")).hasMessage("field.missing");
        hidePost.hide(admin, key(ofMember), "An advertisement");

        assertThat(read(member, ofMember).hiddenWhy()).isEqualTo("An advertisement");
        assertThatThrownBy(() -> read(circles.someMember(owner), ofMember)).hasMessage("post.unknown");
        hidePost.unhide(staff(owner), key(ofMember));
        assertThat(read(circles.someMember(owner), ofMember).isLive()).isTrue();
    }

    @Test
    void a_highlight_says_who_and_why_and_its_undoing_stays_in_the_log() {
        var owner = circles.someOwner();
        var staff = staff(owner);
        var number = posts.somePost(circles.someMember(owner));

        highlightPost.pick(staff, key(number), "Worth keeping");
        highlightPost.pick(staff, key(number), "Again");
        assertThat(read(owner.member(), number).highlight())
                .isNotNull()
                .extracting(PostView.Highlight::why)
                .isEqualTo("Worth keeping");
        highlightPost.remove(staff, key(number));

        assertThat(read(owner.member(), number).highlight()).isNull();
        assertThat(highlightLog.of(staff, key(number)))
                .extracting(HighlightEntry::picked)
                .containsExactly(false, true);
    }

    @Test
    void of_ten_pins_at_once_five_hold_each_in_a_place_of_its_own() throws Exception {
        var owner = circles.someOwner();
        var staff = staff(owner);
        var pins = new ArrayList<Callable<Post.Facts>>();
        for (var i = 0; i < 10; i++) {
            var number = posts.somePost(owner.member());
            pins.add(() -> pinPost.pin(staff, key(number), null));
        }

        var attempts = AtOnce.run(pins);

        assertThat(attempts.done()).hasSize(5);
        assertThat(attempts.refused()).hasSize(5).containsOnly("post.too-many-pins");
        assertThat(db.sql(
                                "select distinct pinned_order from content.post where circle_id = :circle and pinned_order is not null")
                        .with("circle", owner.circle())
                        .all((row, n) -> row.getLong(1)))
                .hasSize(5);
    }

    @Test
    void tags_are_added_and_removed_one_by_one_and_only_staff_make_new_ones() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var number = posts.somePost(author);

        assertThatThrownBy(() -> tagPost.add(author, key(number), "Oolong")).hasMessage("tag.unknown");
        tagPost.addNew(staff(owner), key(number), "#Oolong");
        tagPost.addNew(staff(owner), key(number), "Green");
        assertThatThrownBy(() -> tagPost.add(circles.someMember(owner), key(number), "Green"))
                .hasMessage("post.not-yours");
        tagPost.remove(author, key(number), "oolong");

        assertThat(read(author, number).tags()).containsExactly("Green");
    }
}
