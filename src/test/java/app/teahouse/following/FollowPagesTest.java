package app.teahouse.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TeahouseTest
class FollowPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_post_can_be_followed_from_its_small_page() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(owner.member());
        var cookie = people.cookie(member.person());
        var follow = "/c/" + SomeCircles.slug(owner) + "/p/" + number + "/follow";

        assertThat(mvc.get().uri(follow).cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains(follow);
        assertThat(mvc.post().uri(follow).cookie(cookie).with(csrf())).hasStatus(303);
        assertThat(mvc.get().uri(follow).cookie(cookie)).bodyText().contains(follow + "/removal");
    }
}
