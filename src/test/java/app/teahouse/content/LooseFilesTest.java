package app.teahouse.content;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.circles.ChangeAbout;
import app.teahouse.circles.ChangeCircle;
import app.teahouse.circles.Pulse;
import app.teahouse.drafts.Drafts;
import app.teahouse.files.AwayCopies;
import app.teahouse.files.KeepFile;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that nobody needs go; files that anybody needs stay, whatever needs them. */
@TeahouseTest
class LooseFilesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    KeepFile keepFile;

    @Autowired
    EditPost editPost;

    @Autowired
    DeletePost deletePost;

    @Autowired
    Drafts drafts;

    @Autowired
    ChangeAbout changeAbout;

    @Autowired
    ChangeCircle changeCircle;

    @Autowired
    AwayCopies copies;

    @Autowired
    KeepImported imported;

    @Autowired
    Pulse pulse;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    @Autowired
    Db db;

    @Autowired
    Clock clock;

    private Owner owner;
    private Member member;

    @BeforeEach
    void a_circle() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
    }

    @Test
    void an_upload_that_was_never_used_goes_after_seven_days() {
        var file = upload();

        clean(Duration.ofDays(6));
        assertThat(isThere(file)).isTrue();
        clean(Duration.ofDays(8));
        assertThat(isThere(file)).isFalse();
    }

    @Test
    void whatever_is_needed_stays() throws Exception {
        var inPost = upload();
        posts.somePost(member, "", inPost.markdown());
        var inHistory = upload();
        var edited = posts.somePost(member, "", inHistory.markdown());
        editPost.edit(posts.speaker(member), key(edited), new EditPost.Asked("", "Without", null, null));
        var scheduled = upload();
        posts.write(member, "", scheduled.markdown(), List.of(), clock.instant().plus(Duration.ofDays(20)));
        var inDraft = upload();
        drafts.save(member, null, "", inDraft.markdown());
        var inAbout = upload();
        changeAbout.change(circles.partner(owner), inAbout.markdown());
        var cover = upload();
        changeCircle.change(
                circles.partner(owner),
                new ChangeCircle.CircleText(
                        "Tea",
                        "We drink tea.",
                        "jade",
                        "/c/" + SomeCircles.slug(owner) + cover.address(),
                        "en",
                        "Asia/Shanghai"));
        var copy = upload();
        copies.add(owner.circle(), "https://example.com/a.png", copy.id());
        var brought = upload();
        transaction.executeWithoutResult(_ -> imported.keep(
                owner.member().face(),
                new KeepImported.Article(
                        "md:" + Ids.next(),
                        pulse.nextQuiet(owner.circle(), 1),
                        "An article",
                        brought.markdown(),
                        clock.instant(),
                        owner.account(),
                        "Lu Yu",
                        List.of())));

        clean(Duration.ofDays(60));

        assertThat(List.of(inPost, inHistory, scheduled, inDraft, inAbout, cover, copy, brought))
                .allSatisfy(file -> assertThat(isThere(file)).isTrue());
    }

    @Test
    void a_file_goes_seven_days_after_the_last_that_needed_it() throws Exception {
        var file = upload();
        var first = posts.somePost(member, "", file.markdown());
        var second = posts.somePost(member, "", file.markdown());

        erase(first);
        clean(Duration.ofDays(60));
        assertThat(isThere(file)).isTrue();

        erase(second);
        clean(Duration.ofDays(35));
        assertThat(isThere(file)).isTrue();
        clean(Duration.ofDays(60));
        assertThat(isThere(file)).isFalse();
    }

    @Test
    void a_draft_that_was_published_leaves_its_file_to_the_post() {
        var file = upload();
        drafts.save(member, null, "", file.markdown());
        posts.somePost(member, "", file.markdown());

        clean(Duration.ofDays(60));

        assertThat(isThere(file)).isTrue();
    }

    @Test
    void a_post_that_takes_a_file_into_use_while_the_cleaner_runs_keeps_it() throws Exception {
        var file = upload();
        var held = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> transaction.execute(_ -> {
                var number = posts.somePost(member, "", file.markdown());
                held.countDown();
                await(go);
                return number;
            }));
            await(held);
            var cleaning = threads.submit(() -> clean(Duration.ofDays(8)));
            awaitWaiter();
            go.countDown();
            cleaning.get();

            assertThat(isThere(file)).isTrue();
            assertThat(html(Objects.requireNonNull(writing.get()))).contains("<img");
        }
    }

    @Test
    void whichever_is_first_no_post_shows_a_file_that_is_gone() throws Exception {
        for (var i = 0; i < 10; i++) {
            var file = upload();
            var numbers = AtOnce.<Long>run(List.of(
                    () -> {
                        clean(Duration.ofDays(8));
                        return 0L;
                    },
                    () -> posts.somePost(member, "", file.markdown() + " and words")));
            var number = numbers.done().stream().filter(n -> n > 0).findFirst().orElseThrow();

            assertThat(html(number).contains("<img")).isEqualTo(isThere(file));
        }
    }

    /** Until somebody waits for a row that the writer has locked. */
    private void awaitWaiter() {
        var until = System.nanoTime() + 2_000_000_000L;
        while (System.nanoTime() < until
                && !db.sql(
                                "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%files.file%'")
                        .exists()) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void erase(long number) throws Exception {
        deletePost.delete(member, key(number));
        var later = clock.instant().plus(Duration.ofDays(31));
        TestClock.at(later, () -> jobs.run("content.erase-deleted", later));
    }

    private boolean clean(Duration later) {
        Instant then = clock.instant().plus(later);
        jobs.run("files.delete-loose", then);
        return true;
    }

    private KeepFile.Kept upload() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return keepFile.keep(circles.staff(owner), "leaf.png", new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere(KeepFile.Kept file) {
        return db.sql("select 1 from files.file where circle_id = :circle and file_id = :file")
                .with("circle", owner.circle())
                .with("file", file.id())
                .exists();
    }

    private String html(long number) {
        return db.sql("select html from content.post where circle_id = :circle and number = :number")
                .with("circle", owner.circle())
                .with("number", number)
                .one(String.class);
    }

    private static PostKey key(long number) {
        return new PostKey(number, null);
    }
}
