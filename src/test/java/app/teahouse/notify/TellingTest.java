package app.teahouse.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.comments.CommentId;
import app.teahouse.comments.WriteComment;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Surface;
import app.teahouse.live.SomeStreams;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.net.http.HttpClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From what somebody does to what another one reads. */
@TeahouseTest
class TellingTest {
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
    Notices notices;

    @Autowired
    Glances glances;

    @Autowired
    Bells bells;

    @Autowired
    Gate gate;

    @Autowired
    MockMvcTester mvc;

    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        browser.shutdownNow();
    }

    @Test
    void a_comment_appears_on_the_authors_open_page_by_itself() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(member);
        var heard = streams.open(browser, port, member.person(), "");
        heard.next("event:unread");

        comment(owner.member(), number, null, "What a fine tea.");

        assertThat(heard.next("event:notices")).isNotEmpty();
        assertThat(heard.next("data:")).isEqualTo("data:{\"count\":1}");
        assertThat(list(member)).extracting(Notice::kind).containsExactly(NoticeKind.COMMENT);
    }

    @Test
    void a_post_of_the_owner_is_announced_to_those_who_are_here() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var heard = streams.open(browser, port, member.person(), "");
        heard.next("event:unread");
        var bell = streams.open(browser, port, member.person(), ""); // the two may come in either order
        bell.next("event:unread");
        bell.next("data:");

        posts.somePost(owner.member());

        assertThat(heard.next("data:{\"at\"")).contains(SomeCircles.slug(owner));
        assertThat(bell.next("data:{\"count\"")).isEqualTo("data:{\"count\":1}");
        assertThat(list(member)).extracting(Notice::kind).containsExactly(NoticeKind.POST);
    }

    @Test
    void looking_at_the_list_calms_the_bell_and_following_a_notice_marks_it_read() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(owner.member());
        var heard = streams.open(browser, port, owner.member().person(), "");
        comment(member, number, null, "Where from?");
        heard.next("event:notices");
        var cookie = people.cookie(owner.member().person());

        assertThat(mvc.get().uri("/notifications").cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("Where from?", "is-new");
        glances.flush();
        assertThat(bells.unseen(owner.account())).isZero();

        var notice = list(owner.member()).getFirst();
        assertThat(mvc.get().uri(notice.url()).cookie(cookie))
                .hasStatus(303)
                .headers()
                .hasValue("Location", notice.target());
        glances.flush();
        assertThat(list(owner.member()).getFirst().isRead()).isTrue();
    }

    @Test
    void nobody_reads_the_notices_of_somebody_else() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(owner.member());
        var heard = streams.open(browser, port, owner.member().person(), "");
        comment(member, number, null, "Where from?");
        heard.next("event:notices");
        var notice = list(owner.member()).getFirst();

        assertThat(mvc.get().uri(notice.url()).cookie(people.cookie(member.person())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/notifications")).hasStatus(303);
    }

    private void comment(Member author, long number, @Nullable CommentId replyTo, String text) {
        writeComment.write(
                gate.speaker(author, Surface.COMMENT), new WriteComment.Asked(Ids.next(), number, replyTo, text));
    }

    private List<Notice> list(Member member) {
        return notices.list(member.person(), null, null, 50).items();
    }
}
