package app.teahouse.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.access.ChangeAccess;
import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Access;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.content.PostKey;
import app.teahouse.content.SomePosts;
import app.teahouse.curation.OpenPost;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.RemoveMember;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Document;

@TeahouseTest
class FeedPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    PersonalAddresses addresses;

    @Autowired
    LeaveFeeds leaveFeeds;

    @Autowired
    RemoveMember removeMember;

    @Autowired
    OpenPost openPost;

    @Autowired
    ChangeAccess changeAccess;

    @Autowired
    MockMvcTester mvc;

    @Test
    void everybody_gets_the_free_previews_of_a_circle_and_nothing_else() throws Exception {
        var owner = circles.someOwner();
        var shown = posts.somePost(
                owner.member(), "For all", "Come & see <b>\u0007this</b>, [there](/c/x) and \" href=\"/c/y\".");
        posts.somePost(owner.member(), "Inside", "A secret brew.");
        openPost.open(circles.staff(owner), PostKey.of(Long.toString(shown)));

        var feed = xml(mvc.get().uri(circle(owner) + "/feed.atom").exchange());

        assertThat(texts(feed, "title")).containsExactly(owner.member().face().name(), "For all");
        assertThat(texts(feed, "content").getFirst()).contains("Come &amp; see");
        assertThat(texts(feed, "content").getFirst())
                .contains(" href=\"http://localhost")
                .doesNotContain(" href=\"/c/");
        assertThat(texts(feed, "id").get(1)).startsWith("urn:uuid:");
    }

    @Test
    void a_circle_read_in_public_gives_all_its_posts_newest_first() throws Exception {
        var owner = circles.someOwner();
        changeAccess.change(circles.partner(owner), new Access(Visibility.LISTED, JoinMode.OPEN, true, true), null);
        posts.somePost(owner.member(), "First", "One.");
        posts.somePost(owner.member(), "Second", "Two.");

        var feed = xml(mvc.get().uri(circle(owner) + "/feed.atom").exchange());

        assertThat(texts(feed, "title")).containsExactly(owner.member().face().name(), "Second", "First");
    }

    @Test
    void who_has_it_already_is_sent_nothing() {
        var owner = circles.someOwner();
        var first = mvc.get().uri(circle(owner) + "/feed.atom").exchange();
        var tag = first.getResponse().getHeader("ETag");

        assertThat(mvc.get().uri(circle(owner) + "/feed.atom").header("If-None-Match", String.valueOf(tag)))
                .hasStatus(304);
    }

    @Test
    void a_hidden_circle_has_no_feed_for_those_outside() {
        var owner = circles.someHiddenOwner();

        assertThat(mvc.get().uri(circle(owner) + "/feed.atom")).hasStatus(404);
        assertThat(mvc.get().uri(circle(owner) + "/sitemap.xml")).hasStatus(404);
    }

    @Test
    void a_personal_address_reads_what_its_member_reads_until_it_is_revoked() throws Exception {
        var owner = circles.someHiddenOwner();
        var member = circles.someMember(owner);
        posts.somePost(owner.member(), "Inside", "A secret brew.");
        var address = address(member);

        var feed = xml(mvc.get().uri(address).exchange());
        assertThat(texts(feed, "title")).containsExactly(owner.member().face().name(), "Inside");

        addresses.revoke(member.person(), member.circle());
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @Test
    void a_new_address_ends_the_old_one_and_nobody_guesses_either() throws Exception {
        var member = circles.someMember(circles.someOwner());
        var old = address(member);
        var next = address(member);

        assertThat(mvc.get().uri(old)).hasStatus(404);
        assertThat(mvc.get().uri(next)).hasStatus(200);
        assertThat(mvc.get().uri(next + "A")).hasStatus(404);
        assertThat(mvc.get().uri("/feeds/short")).hasStatus(404);
    }

    @Test
    void who_is_not_in_the_circle_any_more_reads_nothing_by_it() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var address = address(member);

        removeMember.remove(circles.staff(owner), member.standing().number(), "Advertising.");

        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @Test
    void winning_an_account_back_ends_its_addresses() throws Exception {
        var member = circles.someMember(circles.someOwner());
        var address = address(member);

        leaveFeeds.end(member.account());

        assertThatThrownBy(() -> addresses.member(address.substring("/feeds/".length())))
                .hasMessage("feed.unknown");
    }

    @Test
    void the_address_is_told_once_on_a_page_that_is_not_kept() {
        var member = circles.someMember(circles.someOwner());
        var cookie = people.cookie(member.person());

        var made = mvc.post()
                .uri(circle(member) + "/feed-address")
                .cookie(cookie)
                .with(csrf())
                .exchange();

        assertThat(made).hasStatus(200).bodyText().contains("/feeds/");
        assertThat(made.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(mvc.get().uri("/me/settings/feeds").cookie(cookie))
                .hasStatus(200)
                .bodyText()
                .contains(member.face().name())
                .doesNotContain("/feeds/" + app.teahouse.accounts.Sessions.prefix(member.account()));
    }

    private String address(Member member) throws Exception {
        var page = mvc.post()
                .uri(circle(member) + "/feed-address")
                .cookie(people.cookie(member.person()))
                .with(csrf())
                .exchange();
        var told = Pattern.compile("/feeds/[A-Za-z0-9_-]+")
                .matcher(page.getResponse().getContentAsString());
        assertThat(told.find()).isTrue();
        return told.group();
    }

    private static String circle(Owner owner) {
        return "/c/" + owner.member().face().slug();
    }

    private static String circle(Member member) {
        return "/c/" + member.face().slug();
    }

    private static Document xml(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus(200);
        var factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
    }

    private static List<String> texts(Document document, String name) {
        var found = document.getElementsByTagName(name);
        var texts = new ArrayList<String>();
        for (var i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
