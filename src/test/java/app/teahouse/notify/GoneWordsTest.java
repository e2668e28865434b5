package app.teahouse.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.comments.CommentId;
import app.teahouse.comments.ReactToComment;
import app.teahouse.comments.WriteComment;
import app.teahouse.content.ReactToPost;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Surface;
import app.teahouse.live.SomeStreams;
import app.teahouse.members.SomeCircles;
import app.teahouse.reactions.Kind;
import app.teahouse.testing.TeahouseTest;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was hidden, deleted or taken back is not read, nor counted, in the notices of others. */
@TeahouseTest
class GoneWordsTest {
    @LocalServerPort
    int port;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeStreams streams;

    @Autowired
    WriteComment writeComment;

    @Autowired
    ReactToPost reactToPost;

    @Autowired
    ReactToComment reactToComment;

    @Autowired
    FetchBroadcasts fetchBroadcasts;

    @Autowired
    MarkNotices markNotices;

    @Autowired
    Notices notices;

    @Autowired
    Bells bells;

    @Autowired
    Gate gate;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        browser.shutdownNow();
    }

    @Test
    void a_deleted_post_takes_its_words_out_of_the_list_and_brings_them_back() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var heard = hearing(member);
        var number = posts.somePost(owner.member(), "A rash title", "Rash words.");
        heard.next("event:notices");
        assertThat(page(member)).contains("A rash title");

        post(owner.member(), "p/" + number + "/deletion");

        assertThat(page(member)).contains("The post is no longer there.").doesNotContain("A rash title", "Rash words");
        var notice = list(member);
        assertThat(notice.isGone()).isTrue();
        assertThat(notice.title() + notice.excerpt()).isEmpty();

        post(owner.member(), "p/" + number + "/restoration");
        assertThat(page(member)).contains("A rash title");
    }

    @Test
    void a_hidden_comment_keeps_its_line_and_the_name_of_the_post() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(owner.member(), "Spring tea", "The first leaves.");
        var heard = hearing(owner.member());
        var comment = comment(member, number, "An insult.");
        heard.next("event:notices");

        post(owner.member(), "comments/" + Ids.text(comment) + "/hiding", "reason", "Not here");

        assertThat(page(owner.member()))
                .contains("The comment is no longer there.", "Spring tea")
                .doesNotContain("An insult.");
        post(owner.member(), "p/" + number + "/deletion");
        assertThat(page(owner.member())).doesNotContain("Spring tea");
    }

    @Test
    void a_post_that_is_gone_is_not_announced_any_more() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var heard = hearing(member);
        var number = posts.somePost(owner.member());
        heard.next("data:{\"at\""); // it is broadcast by now
        var late = circles.join(owner, people.someone());
        post(owner.member(), "p/" + number + "/deletion");

        fetchBroadcasts.fetch(late.account());

        assertThat(bells.unseen(late.account())).isZero();
    }

    @Test
    void a_reaction_taken_back_is_not_counted() throws Exception {
        var owner = circles.someOwner();
        var one = circles.someMember(owner);
        var other = circles.someMember(owner);
        var number = posts.somePost(owner.member());
        var heard = hearing(owner.member());
        react(one, number);
        heard.next("event:notices");
        react(other, number);
        heard.next("event:notices");
        assertThat(list(owner.member()).actors()).isEqualTo(2);

        post(other, "p/" + number + "/reaction/removal");
        heard.next("event:notices");

        assertThat(list(owner.member()).actors()).isEqualTo(1);
        assertThat(list(owner.member()).name()).isEqualTo(one.standing().alias());

        post(one, "p/" + number + "/reaction/removal");
        heard.next("event:unread");

        assertThat(notices.list(owner.member().person(), null, null, 50).items())
                .isEmpty();
        assertThat(bells.unseen(owner.account())).isZero();
    }

    @Test
    void what_was_seen_goes_with_its_last_reaction_and_leaves_the_counter_alone() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(owner.member());
        var heard = hearing(owner.member());
        react(member, number);
        heard.next("event:notices");
        markNotices.seen(owner.account(), clock.instant());

        post(member, "p/" + number + "/reaction/removal");
        comment(member, number, "Later."); // heard after what came before it in this circle
        heard.next("event:notices");

        assertThat(notices.list(owner.member().person(), null, null, 50).items())
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.COMMENT);
        assertThat(bells.unseen(owner.account())).isEqualTo(1);
    }

    @Test
    void a_reaction_to_a_comment_quotes_it_as_it_is_read() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(member);
        var comment = comment(member, number, "**Well** said, [as always](https://example.org).");
        var heard = hearing(member);

        reactToComment.react(gate.speaker(owner.member(), Surface.REACTION), comment, Kind.LIKE);
        heard.next("event:notices");

        assertThat(list(member).excerpt()).isEqualTo("Well said, as always.");
    }

    private SomeStreams.Heard hearing(Member member) throws Exception {
        var heard = streams.open(browser, port, member.person(), "");
        heard.next("event:unread");
        return heard;
    }

    private void react(Member member, long number) {
        reactToPost.react(gate.speaker(member, Surface.REACTION), number, Kind.LIKE);
    }

    private CommentId comment(Member author, long number, String text) {
        return writeComment.write(
                gate.speaker(author, Surface.COMMENT), new WriteComment.Asked(Ids.next(), number, null, text));
    }

    private void post(Member member, String path, String... field) {
        var request = mvc.post()
                .uri("/c/" + member.face().slug() + "/" + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        if (field.length > 0) {
            request.param(field[0], field[1]);
        }
        assertThat(request).hasStatus(303);
    }

    private String page(Member member) throws Exception {
        var answer = mvc.get()
                .uri("/notifications")
                .cookie(people.cookie(member.person()))
                .exchange();
        return Objects.requireNonNull(answer.getResponse()).getContentAsString();
    }

    /** The newest one. */
    private Notice list(Member member) {
        return notices.list(member.person(), null, null, 50).items().getFirst();
    }
}
