package app.teahouse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.members.SpeakingTable;
import app.teahouse.testing.TeahouseTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class FeedPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SpeakingTable speakingTable;

    private MvcTestResult get(Member member, String path) {
        return mvc.get()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .exchange();
    }

    @Test
    void members_see_the_feed_and_outsiders_the_page_that_introduces_the_circle() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        posts.somePost(owner.member(), "Spring tea", "Leaves");

        assertThat(get(member, "")).hasStatusOk().bodyText().contains("Spring tea", "unread-dot");
        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner)).exchange())
                .hasStatus(303)
                .hasHeader("Location", "/c/" + SomeCircles.slug(owner) + "/about");
    }

    @Test
    void where_the_box_to_write_would_be_who_only_reads_is_told_so() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        posts.somePost(owner.member(), "Spring tea", "Leaves");
        assertThat(get(member, ""))
                .bodyText()
                .contains("Write something", "/reaction\"")
                .doesNotContain("reads and does not post", "cannot react");

        speakingTable.set(circles.staff(owner), Set.of("member.comment"));
        assertThat(get(member, ""))
                .bodyText()
                .contains("reads and does not post", "/membership/speaking", "cannot react")
                .doesNotContain("Write something", "/reaction\"");
        assertThat(get(owner.member(), "")).bodyText().contains("Write something");
    }

    @Test
    void every_choice_above_the_feed_opens() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        posts.somePost(owner.member(), "Spring tea", "Leaves");

        for (var query : new String[] {
            "?order=newest",
            "?filter=unread",
            "?filter=highlights",
            "?filter=highlights&order=newest",
            "?tag=none",
            "?author=1"
        }) {
            assertThat(get(member, query)).as(query).hasStatusOk();
        }
        assertThat(get(member, "?author=1")).bodyText().contains("Spring tea");
        assertThat(get(member, "?before=1-xx")).hasStatus(404);
    }
}
