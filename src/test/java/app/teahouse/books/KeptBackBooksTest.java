package app.teahouse.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.SomeColumns;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is protected, or closed to a reader, leaves its title in books and on paper, and none of its words. */
@TeahouseTest
class KeptBackBooksTest {
    private static final String PROTECTED = "quokkaprotected";
    private static final String CLOSED = "quokkaclosed";
    private static final String OPEN = "quokkaopen";

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    Db db;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Member reader;

    @BeforeEach
    void three_posts_in_two_columns() {
        owner = circles.someOwner();
        reader = circles.someMember(owner);
        posts.somePost(owner.member(), "First title", PROTECTED);
        posts.somePost(owner.member(), "Second title", CLOSED);
        posts.somePost(owner.member(), "Third title", OPEN);
        columns.published(owner, "Mixed", 1L, 3L);
        columns.published(owner, "Later", 2L);
        db.sql("""
                update content.post
                   set highlighted_at = published_at, highlighted_by = author_id
                 where circle_id = :circle
                """).with("circle", owner.circle()).run();
        manage("/p/1/protection", "protection", "on");
        manage("/manage/columns/2/opening", "opens", "on_day", "day", "2099-12-03");
    }

    private void manage(String path, String... namesAndValues) {
        var request =
                mvc.post().uri(url(path)).cookie(people.cookie(owner.member().person()));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        assertThat(request.with(csrf()).exchange()).as(path).hasStatus(303);
    }

    private String url(String path) {
        return "/c/" + SomeCircles.slug(owner) + path;
    }

    @Test
    void a_members_books_hold_titles_of_what_is_kept_back() throws IOException {
        assertThat(book(reader, "/highlights/book/file"))
                .contains("First title", "Second title", "Third title", OPEN)
                .doesNotContain(PROTECTED, CLOSED);
        assertThat(book(reader, "/columns/1/book/file"))
                .contains("First title", OPEN)
                .doesNotContain(PROTECTED);
        assertThat(book(owner.member(), "/highlights/book/file")).contains(PROTECTED, CLOSED, OPEN);
    }

    @Test
    void on_paper_it_is_the_same() {
        assertThat(mvc.get().uri(url("/columns/1/print")).cookie(people.cookie(reader.person())))
                .hasStatusOk()
                .bodyText()
                .contains("First title", OPEN)
                .doesNotContain(PROTECTED);
        assertThat(mvc.get().uri(url("/columns/2/print")).cookie(people.cookie(reader.person())))
                .bodyText()
                .doesNotContain(CLOSED);
    }

    /** All its pages as one text. */
    private String book(Member member, String path) throws IOException {
        var file =
                mvc.get().uri(url(path)).cookie(people.cookie(member.person())).exchange();
        assertThat(file).as(path).hasStatusOk();
        var text = new StringBuilder();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(file.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
