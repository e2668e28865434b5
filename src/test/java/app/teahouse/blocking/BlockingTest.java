package app.teahouse.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.comments.SomeComments;
import app.teahouse.content.SomePosts;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A member blocks another: words are folded for them alone, nothing of the other is told, and nobody else learns of it. */
@TeahouseTest
class BlockingTest {
    @Autowired
    BlockMember blockMember;

    @Autowired
    Jobs jobs;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeComments comments;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Member reader;
    Member loud;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        reader = circles.someMember(owner);
        loud = circles.someMember(owner);
    }

    private String circle() {
        return "/c/" + SomeCircles.slug(owner);
    }

    private String page(Member who, String path) {
        var answer = browser.get().uri(path).cookie(people.cookie(who.person())).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void post(Member who, String path) {
        assertThat(browser.post().uri(path).cookie(people.cookie(who.person())).with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void their_words_are_folded_for_the_reader_alone_and_open_without_script() {
        posts.somePost(loud, "Loud words", "Buy tea bags.");
        var mine = posts.somePost(reader);
        comments.someComment(loud, mine, "Louder words");
        var block = circle() + "/m/" + loud.standing().number() + "/block";
        assertThat(page(reader, block)).contains("Block ");
        post(reader, block);

        assertThat(page(reader, circle())).contains("<details class=\"folded\">", "Loud words");
        assertThat(page(reader, circle() + "/p/" + mine)).contains("You have blocked this person", "Louder words");
        assertThat(page(loud, circle())).doesNotContain("folded");
        assertThat(page(owner.member(), circle() + "/m/" + reader.standing().number()))
                .doesNotContain("folded for you");
        assertThat(page(reader, "/me/settings/blocks")).contains("/removal");

        post(reader, block + "/removal");
        assertThat(page(reader, circle())).doesNotContain("folded");
    }

    @Test
    void who_opens_finds_or_reads_picked_words_of_theirs_sees_them_folded_too() {
        var number = posts.somePost(loud, "Loud words", "Buy my oolong bags.");
        jdbc.update(
                "update content.post set highlighted_at = now(), highlighted_by = ? where circle_id = ? and number = ?",
                owner.account().value(),
                owner.circle().value(),
                number);
        await().untilAsserted(() -> {
            jobs.run("index.changes", Instant.now());
            assertThat(page(reader, circle() + "/search?q=oolong")).contains("Loud words");
        });
        assertThat(page(reader, circle() + "/p/" + number)).doesNotContain("folded");
        blockMember.block(reader, loud.standing().number());
        for (var path : List.of("/p/" + number, "/search?q=oolong", "/highlights")) {
            assertThat(page(reader, circle() + path))
                    .as(path)
                    .containsPattern("(?s)<details class=\"folded\">.*(oolong|<mark>oolong</mark>).*</details>");
            assertThat(page(owner.member(), circle() + path)).as(path).doesNotContain("folded");
        }
    }

    @Test
    void nothing_of_theirs_is_told_but_of_others_is() {
        blockMember.block(reader, loud.standing().number());
        var mine = posts.somePost(reader);
        comments.someComment(loud, mine, "Louder words");
        comments.someComment(owner.member(), mine, "Quiet words");
        await().untilAsserted(() -> assertThat(told()).containsExactly("Quiet words"));
    }

    private List<String> told() {
        return jdbc.queryForList(
                "select excerpt from notify.notice where account_id = ? and kind = 'comment'",
                String.class,
                reader.account().value());
    }

    private int statements(Cookie cookie) {
        Db.countFrom0();
        assertThat(browser.get().uri(circle()).cookie(cookie).exchange()).hasStatusOk();
        return Db.statements();
    }

    @Test
    void it_holds_in_one_circle_and_costs_no_statement() {
        for (var i = 0; i < 3; i++) {
            posts.somePost(loud);
        }
        var cookie = people.cookie(reader.person());
        statements(cookie);
        var before = statements(cookie);
        blockMember.block(reader, loud.standing().number());
        assertThat(statements(cookie)).isEqualTo(before).isLessThanOrEqualTo(6);

        var elsewhere = circles.someOwner();
        circles.join(elsewhere, loud.person());
        var there = circles.join(elsewhere, reader.person());
        assertThat(there.standing().blocked()).isEmpty();
        assertThat(circles.again(reader).standing().blocked()).containsExactly(loud.account());
        assertThatThrownBy(() -> blockMember.block(reader, reader.standing().number()))
                .hasMessage("block.self");
    }
}
