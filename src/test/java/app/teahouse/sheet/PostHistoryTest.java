package app.teahouse.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.PostKey;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class PostHistoryTest {
    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    PostSheet sheet;

    @Autowired
    PostHistory history;

    @Autowired
    Gate gate;

    @Autowired
    MockMvcTester mvc;

    private PostView read(Member member, long number) {
        return sheet.read(gate.onlooker(member), new PostKey(number, null));
    }

    @Test
    void what_was_said_before_is_for_the_author_and_the_staff() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var number = posts.somePost(author, "", "First words");
        assertThat(mvc.post()
                        .uri("/c/" + SomeCircles.slug(owner) + "/p/" + number + "/edit")
                        .cookie(people.cookie(author.person()))
                        .param("text", "Second words")
                        .with(csrf()))
                .hasStatus(303);

        var stranger = circles.someMember(owner);
        assertThatThrownBy(() -> history.of(stranger, read(stranger, number))).hasMessage("post.history-closed");
        assertThat(history.of(owner.member(), read(owner.member(), number)))
                .extracting(PostVersion::body)
                .containsExactly("First words");
    }
}
