package app.teahouse.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class TagsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    Tags tags;

    @Autowired
    MakeTag makeTag;

    @Autowired
    RenameTag renameTag;

    @Autowired
    MergeTags mergeTags;

    @Autowired
    Gate gate;

    private Staff staff(Owner owner) {
        return gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner));
    }

    @Test
    void a_renamed_tag_is_still_found_by_its_old_name() {
        var owner = circles.someOwner();
        var tag = makeTag.make(staff(owner), "Oolong");
        renameTag.rename(staff(owner), tag, "乌龙");
        renameTag.addSynonym(staff(owner), tag, "Wulong");

        assertThat(tags.named(owner.circle(), "OOLONG"))
                .get()
                .extracting(TagView::name)
                .isEqualTo("乌龙");
        assertThat(tags.all(owner.circle()))
                .singleElement()
                .satisfies(view -> assertThat(view.synonyms()).containsExactly("oolong", "wulong"));
    }

    @Test
    void a_name_leads_to_one_tag_only() {
        var owner = circles.someOwner();
        var green = makeTag.make(staff(owner), "Green");
        var black = makeTag.make(staff(owner), "Black");

        assertThat(makeTag.make(staff(owner), "green")).isEqualTo(green);
        assertThatThrownBy(() -> renameTag.rename(staff(owner), black, "GREEN")).hasMessage("tag.name-taken");
        assertThatThrownBy(() -> makeTag.make(staff(owner), "a,b")).hasMessage("tag.unfit");
    }

    @Test
    void merged_tags_carry_each_post_once() {
        var owner = circles.someOwner();
        var green = makeTag.make(staff(owner), "Green");
        var spring = makeTag.make(staff(owner), "Spring");
        posts.write(owner.member(), "", "Both", List.of("Green", "Spring"), null);
        posts.write(owner.member(), "", "Green", List.of("Green"), null);

        mergeTags.merge(staff(owner), green, spring);

        assertThat(tags.all(owner.circle())).singleElement().satisfies(view -> {
            assertThat(view.name()).isEqualTo("Spring");
            assertThat(view.posts()).isEqualTo(2);
        });
        assertThat(tags.named(owner.circle(), "green"))
                .get()
                .extracting(TagView::id)
                .isEqualTo(spring);
        assertThatThrownBy(() -> mergeTags.merge(staff(owner), spring, green)).hasMessage("tag.unknown");
    }
}
