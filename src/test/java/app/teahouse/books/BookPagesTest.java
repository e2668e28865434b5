package app.teahouse.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.SomeColumns;
import app.teahouse.content.SomePosts;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class BookPagesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_member_takes_a_small_column_along_at_once() throws IOException {
        var owner = circles.someOwner();
        columns.published(owner, "Green tea", posts.somePost(owner.member()), posts.somePost(owner.member()));
        var reader = circles.someMember(owner);

        assertThat(get(reader, "/columns/1")).bodyText().contains("/columns/1/book", "/columns/1/print");
        assertThat(get(reader, "/columns/1/book")).bodyText().contains("2 posts, in their order");
        var file = get(reader, "/columns/1/book/file");
        assertThat(file).hasStatusOk().headers().hasValue("Content-Type", "application/epub+zip");
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("Green%20tea.epub");
        assertThat(names(file)).contains("EPUB/p1.xhtml", "EPUB/p2.xhtml", "EPUB/nav.xhtml");

        assertThat(get(circles.someMember(circles.someOwner()), owner, "/columns/1/book/file"))
                .hasStatus(403);
        assertThat(get(reader, "/columns/2/book")).hasStatus(404);
        assertThat(get(reader, "/columns/1/print")).bodyText().contains("The first leaves of the year.");
    }

    @Test
    void a_thick_one_is_made_by_a_job_and_waits_for_its_reader() throws IOException {
        var owner = circles.someOwner();
        var numbers = new Long[HandOutBook.MOST_POSTS + 1];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = posts.somePost(owner.member());
        }
        columns.published(owner, "Thick", numbers);
        db.sql(
                        "update content.post set highlighted_at = published_at, highlighted_by = author_id where circle_id = :circle and number < 4")
                .with("circle", owner.circle())
                .run();
        var reader = circles.someMember(owner);

        assertThat(get(reader, "/highlights/book")).bodyText().contains("3 posts");
        assertThat(names(get(reader, "/highlights/book/file"))).contains("EPUB/p3.xhtml");
        assertThat(get(reader, "/columns/1/book/file")).hasStatus(409);
        var asked = mvc.post()
                .uri(url(owner) + "/columns/1/book")
                .cookie(people.cookie(reader.person()))
                .with(csrf())
                .exchange();
        assertThat(asked).hasStatus(303);
        jobs.run("takeaway.work", clock.instant());
        var page = Objects.requireNonNull(asked.getResponse().getHeader("Location"));
        assertThat(names(get(reader, page.substring(url(owner).length()) + "/file")))
                .contains("EPUB/p41.xhtml");
    }

    @Test
    void an_empty_one_says_so() {
        var owner = circles.someOwner();
        assertThat(get(owner.member(), "/highlights/book")).bodyText().contains("nothing to put into a book");
        assertThat(get(owner.member(), "/highlights/book/file")).hasStatus(409);
    }

    private MvcTestResult get(Member member, String path) {
        return mvc.get()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .exchange();
    }

    private MvcTestResult get(Member member, Owner where, String path) {
        return mvc.get()
                .uri(url(where) + path)
                .cookie(people.cookie(member.person()))
                .exchange();
    }

    private static String url(Owner owner) {
        return "/c/" + SomeCircles.slug(owner);
    }

    private static List<String> names(MvcTestResult file) throws IOException {
        assertThat(file).hasStatusOk();
        var names = new ArrayList<String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(file.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
