package app.teahouse.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.circles.Pulse;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
@Tag("once")
class ImportTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    Gate gate;

    @Autowired
    ReadArchive readArchive;

    @Autowired
    BeginImport beginImport;

    @Autowired
    StopImport stopImport;

    @Autowired
    RunSheet sheet;

    @Autowired
    Jobs jobs;

    @Autowired
    Pulse pulse;

    @Autowired
    Db db;

    @Autowired
    Clock clock;

    private record Post(long number, String title, String byline, String body, String html, String day) {}

    @Test
    void an_archive_keeps_its_dates_links_and_pictures_and_makes_no_noise() throws IOException {
        var owner = circles.someOwner();
        var staff = gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner));
        var member = circles.someMember(owner);
        var run = readArchive.read(staff, "tea.zip", archive());

        var preview = sheet.read(staff, run);
        assertThat(preview.total()).isEqualTo(3);
        assertThat(preview.articles().getFirst().title()).isEqualTo("Third");
        assertThat(posts(staff)).isEmpty();

        work(staff, run);

        var posts = posts(staff);
        assertThat(posts).extracting(Post::title).containsExactly("First steps", "Second", "Third");
        assertThat(posts).extracting(Post::day).containsExactly("2022-04-01", "2022-04-08", "2023-01-02");
        assertThat(posts.get(0).byline()).isEqualTo("Lu Yu");
        assertThat(posts.get(0).body())
                .doesNotContain("# First steps")
                .contains("/c/" + slug(staff) + "/p/" + posts.get(1).number());
        assertThat(posts.get(1).body()).contains("![leaf](/f/");
        assertThat(posts.get(1).html()).contains("<img").contains("width=\"40\"");
        assertThat(posts.get(2).html()).doesNotContain("<img").contains("example.com");

        assertThat(circles.again(member).standing().unread()).isZero();
        assertThat(pulse.of(staff.circle()).posts()).isEqualTo(3);
        var report = sheet.read(staff, run);
        assertThat(report.isDone()).isTrue();
        assertThat(report.oddities()).extracting(odd -> odd.code()).containsExactly("missing-file");
    }

    @Test
    void what_has_no_title_stays_without_and_the_future_is_today() throws IOException {
        var staff = staff();
        var lines = """
                {"format":"posts-jsonl","version":1,"source":"tea"}
                {"id":"1","text":"Leaves without a title.","created_at":"2021-03-05T12:00:00Z"}
                {"id":"2","title":"Later","text":"From the future.","created_at":"2091-04-01T12:00:00Z"}
                """;
        var run = readArchive.read(
                staff, "posts.jsonl", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(sheet.read(staff, run).oddities())
                .extracting(odd -> odd.code() + " " + odd.detail())
                .containsExactly("future-date 2091-04-01");
        work(staff, run);

        assertThat(posts(staff)).extracting(Post::title).containsExactly("", "Later");
        assertThat(posts(staff)).extracting(Post::day).allMatch(day -> day.compareTo("2091") < 0);
    }

    @Test
    void a_whole_circle_is_sent_to_the_right_door() throws IOException {
        var staff = staff();
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            for (var name : List.of("about.json", "circle.json", "posts/1.md")) {
                out.putNextEntry(new ZipEntry(name));
                out.write("{}".getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThatThrownBy(() -> readArchive.read(staff, "tea.zip", new ByteArrayInputStream(zip.toByteArray())))
                .hasMessage("import.whole-circle");
    }

    @Test
    void the_same_archive_again_brings_nothing_twice() throws IOException {
        var staff = staff();
        work(staff, readArchive.read(staff, "tea.zip", archive()));

        var again = readArchive.read(staff, "tea.zip", archive());
        assertThat(sheet.read(staff, again).coming()).isZero();
        work(staff, again);

        assertThat(posts(staff)).hasSize(3);
        assertThat(sheet.read(staff, again).isDone()).isTrue();
    }

    @Test
    void of_two_who_begin_at_once_one_does() throws Exception {
        var staff = staff();
        var run = readArchive.read(staff, "tea.zip", archive());

        var attempts = AtOnce.run(2, () -> {
            beginImport.begin(staff, run, false);
            return run;
        });
        jobs.run("imports.work", clock.instant());

        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).containsExactly("import.not-ready");
        assertThat(posts(staff)).hasSize(3);
    }

    @Test
    void a_stopped_import_brings_no_more() throws IOException {
        var staff = staff();
        var run = readArchive.read(staff, "tea.zip", archive());
        beginImport.begin(staff, run, false);
        stopImport.stop(staff, run);

        jobs.run("imports.work", clock.instant());

        assertThat(posts(staff)).isEmpty();
        assertThat(sheet.read(staff, run).state()).isEqualTo("cancelled");
    }

    @Test
    void what_is_no_archive_is_answered_with_a_sentence() {
        var staff = staff();

        assertThatThrownBy(() -> readArchive.read(staff, "x.zip", new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .hasMessage("import.no-zip");
        assertThatThrownBy(() -> readArchive.read(staff, "x.zip", zip(Map.of("a.txt", "no Markdown"))))
                .hasMessage("import.no-articles");
    }

    private Staff staff() {
        var owner = circles.someOwner();
        return gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner));
    }

    private static String slug(Staff staff) {
        return staff.member().face().slug();
    }

    private void work(Staff staff, RunId run) {
        beginImport.begin(staff, run, false);
        jobs.run("imports.work", clock.instant());
    }

    private List<Post> posts(Staff staff) {
        return db.sql("""
                select number, title, coalesce(byline, ''), body, html, (published_at at time zone 'Asia/Shanghai')::date::text
                  from content.post
                 where circle_id = :circle
                 order by number
                """)
                .with("circle", staff.circle())
                .all((row, n) -> new Post(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    private static InputStream archive() throws IOException {
        return zip(Map.of(
                "tea/manifest.csv",
                "file,published,title,author,tags\na.md,2022-04-01,First steps,Lu Yu,Green;Black\nb.md,2022-04-08,Second,,\n",
                "tea/a.md",
                "# First steps\n\nSee [the next](b.md) and [nothing](lost.png).\n",
                "tea/b.md",
                "![leaf](pictures/leaf.png)\n",
                "tea/c.md",
                "---\ntitle: Third\ndate: 2023-01-02\n---\n\n![away](https://example.com/x.png)\n",
                "tea/pictures/leaf.png",
                picture()));
    }

    private static InputStream zip(Map<String, Object> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(
                        file.getValue() instanceof byte[] raw
                                ? raw
                                : file.getValue().toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** A pattern that tries each run of spaces from each of its ends takes hours for this; so do megabytes that can be no post. */
    @Test
    void a_small_archive_does_not_keep_us_busy() throws IOException {
        var owner = circles.someOwner();
        var staff = gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "spaces.md", "# First" + " ".repeat(500_000) + "steps ##\n\nText");
            put(zip, "marks.md", "## Second " + "#".repeat(500_000) + "\n\nText");
            put(zip, "long.md", "# Third\n\n" + "[[]()".repeat(300_000));
        }

        var from = System.nanoTime();
        var run = readArchive.read(staff, "tea.zip", new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
        assertThat(sheet.read(staff, run).articles())
                .extracting(RunView.Line::title)
                .containsExactlyInAnyOrder("First steps", "Second", "Third");
        work(staff, run);
        assertThat(posts(staff)).isEmpty();
    }

    /** Its entries are each as large as one may be, and a thousand times smaller in the archive. */
    @Test
    void an_archive_whose_texts_together_are_huge_is_refused() throws IOException {
        var owner = circles.someOwner();
        var staff = gate.staff(new Visitor(owner.member().person()), SomeCircles.slug(owner));
        var bytes = new ByteArrayOutputStream();
        var text = "a".repeat(1_990_000);
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < 101; i++) {
                put(zip, i + ".md", text);
            }
        }

        assertThatThrownBy(() -> readArchive.read(staff, "a.zip", new ByteArrayInputStream(bytes.toByteArray())))
                .hasMessage("import.too-much-text");
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
