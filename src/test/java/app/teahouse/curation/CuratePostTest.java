package app.teahouse.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.content.Post;
import app.teahouse.content.PostKey;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.sheet.PostSheet;
import app.teahouse.sheet.PostView;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class CuratePostTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

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
    Gate gate;

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

    @Test
    void staff_hide_below_their_own_role_only() {
        var owner = circles.someOwner();
        var admin = circles.someAdmin(owner);
        var member = circles.someMember(owner);
        var ofOwner = posts.somePost(owner.member());
        var ofMember = posts.somePost(member);

        assertThatThrownBy(() -> hidePost.hide(admin, key(ofOwner), "No")).hasMessage("post.above-you");
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
        highlightPost.remove(staff, key(number), null);

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
