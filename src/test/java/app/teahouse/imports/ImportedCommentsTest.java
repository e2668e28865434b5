package app.teahouse.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Comments of posts.jsonl are comments here, under the names and with the days they had. */
@TeahouseTest
class ImportedCommentsTest {
    private static final String LINES = """
            {"format": "posts-jsonl", "version": 1, "source": "planet 88"}
            {"id": 1, "title": "Tea", "created_at": "2021-03-05", "text": "Words.", "comments": [\
            {"author": "Hannah", "created_at": "2021-03-07T08:00:00Z", "text": "Which water?", "comments": [\
            {"author": "陆羽", "created_at": "2021-03-06T08:00:00Z", "text": "Spring water.", "replies": [{"text": "Thanks."}]}]}, \
            {"author": "Early", "created_at": "2021-03-05T09:00:00Z", "html": "<b>Nice</b><script>x</script>"}]}
            """;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    ReadArchive readArchive;

    @Autowired
    BeginImport beginImport;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Staff staff;

    @BeforeEach
    void a_circle() throws IOException {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        bring();
    }

    private void bring() throws IOException {
        var content = new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8));
        beginImport.begin(staff, readArchive.read(staff, "posts.jsonl", content), false);
        jobs.run("imports.work", clock.instant());
    }

    private List<Map<String, @Nullable Object>> comments() {
        return jdbc.queryForList("""
                select byline, body, html, made_at::date::text as day, reply_to is not null as answers
                  from comments.comment
                 where circle_id = ?
                 order by thread_id, comment_id
                """, owner.circle().value());
    }

    @Test
    void they_stand_in_threads_under_their_names_with_their_days() {
        assertThat(comments())
                .extracting(
                        row -> row.get("byline"),
                        row -> row.get("body"),
                        row -> row.get("day"),
                        row -> row.get("answers"))
                .containsExactly(
                        tuple("Early", "**Nice**", "2021-03-05", false),
                        tuple("Hannah", "Which water?", "2021-03-07", false),
                        tuple("陆羽", "Spring water.", "2021-03-06", true),
                        tuple(null, "Thanks.", "2021-03-06", true));
        assertThat(db.sql("select comment_count from content.post where circle_id = :circle")
                        .with("circle", owner.circle())
                        .one(Long.class))
                .isEqualTo(4);
        var post = mvc.get()
                .uri("/c/" + SomeCircles.slug(owner) + "/p/1")
                .cookie(people.cookie(owner.member().person()));
        assertThat(post)
                .hasStatusOk()
                .bodyText()
                .contains("<span>Hannah</span>", "Spring water.", "to 陆羽", "Former member");
    }

    @Test
    void the_same_file_again_doubles_none_and_nobody_is_told() throws IOException {
        bring();
        assertThat(comments()).hasSize(4);
        assertThat(jdbc.queryForObject(
                        "select count(*) from notify.notice where circle_id = ?",
                        Long.class,
                        owner.circle().value()))
                .isZero();
    }

    @Test
    void staff_may_delete_one_as_any_other() {
        var id = jdbc.queryForObject(
                "select comment_id::text from comments.comment where circle_id = ? and byline = 'Hannah'",
                String.class,
                owner.circle().value());
        assertThat(mvc.post()
                        .uri("/c/" + SomeCircles.slug(owner) + "/comments/" + id + "/deletion")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(comments().get(1).get("body")).isEqualTo("Which water?");
        assertThat(jdbc.queryForObject(
                        "select comment_count from content.post where circle_id = ?",
                        Long.class,
                        owner.circle().value()))
                .isEqualTo(3);
    }
}
