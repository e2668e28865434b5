package app.teahouse.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.books.Hostile;
import app.teahouse.columns.Opening;
import app.teahouse.columns.SetOpening;
import app.teahouse.columns.SomeColumns;
import app.teahouse.comments.SomeComments;
import app.teahouse.content.SomePosts;
import app.teahouse.guard.ChangeReading;
import app.teahouse.homework.SomeHomework;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.tags.MakeTag;
import app.teahouse.takeaway.AskForTakeaway;
import app.teahouse.takeaway.Budget;
import app.teahouse.takeaway.Parcel;
import app.teahouse.takeaway.Takeaway;
import app.teahouse.takeaway.TakeawayId;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages for a disk: all is there, all links lead somewhere, and nothing that was hidden has come along. */
@TeahouseTest
class OfflineTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeComments comments;

    @Autowired
    SomeColumns columns;

    @Autowired
    SetOpening setOpening;

    @Autowired
    ChangeReading changeReading;

    @Autowired
    SomeHomework homework;

    @Autowired
    MakeTag makeTag;

    @Autowired
    MakeOffline makeOffline;

    @Autowired
    AskForTakeaway askForTakeaway;

    @Autowired
    Db db;

    @TempDir
    Path folder;

    @Test
    void every_link_on_the_disk_leads_to_something_on_the_disk() throws IOException {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var tea = posts.somePost(owner.member(), "Tea", "See [the next](/c/" + SomeCircles.slug(owner) + "/p/2).");
        posts.write(member, "Cups", "Small ones.", List.of(), null);
        makeTag.make(circles.staff(owner), "Green tea");
        posts.write(owner.member(), "Tagged", "Words.", List.of("Green tea"), null);
        comments.someComment(member, tea, "Well said.");
        columns.published(owner, "A column", 1L, 2L);
        imported(owner, 7, "Lu Yu", "2019-02-03T04:05:06Z");
        imported(owner, 8, "Lu Yu", "2021-12-31T20:00:00Z");
        highlight(owner, 2);

        var pages = unpacked(owner, made(owner, 500));

        assertThat(pages)
                .containsKeys(
                        "index.html",
                        "style.css",
                        Disk.post(tea),
                        "dates/2019-02.html",
                        "dates/2022-01.html",
                        "columns/1.html",
                        "highlights/index.html",
                        "tags/index.html",
                        "authors/index.html",
                        "authors/m1.html");
        assertThat(pages.get(Disk.post(tea)))
                .contains("Well said.", "href=\"../../p/0/2.html\"", "Content-Security-Policy");
        assertThat(pages.get("authors/index.html")).contains("Lu Yu");
        assertThat(brokenLinks(pages)).isEmpty();
        pages.forEach((path, page) -> assertThat(page).as(path).doesNotContain("<script", "href=\"/", "src=\"/"));
    }

    @Test
    void what_is_hidden_or_deleted_stays_behind() throws IOException {
        var owner = circles.someOwner();
        for (var state : List.of("live", "hidden", "deleted")) {
            var number = posts.somePost(owner.member(), "Title " + state, "Words " + state);
            comments.someComment(owner.member(), number, "Remark " + state);
        }
        db.sql("""
                update content.post
                   set state = 'hidden', hidden_at = published_at, hidden_by = author_id, hidden_why = 'x'
                 where circle_id = :circle and number = 2
                """).with("circle", owner.circle()).run();
        db.sql("""
                update content.post
                   set state = 'deleted', deleted_at = published_at, deleted_by = author_id
                 where circle_id = :circle and number = 3
                """).with("circle", owner.circle()).run();

        var all = String.join("", unpacked(owner, made(owner, 500)).values());

        assertThat(all)
                .contains("Words live", "Remark live")
                .doesNotContain("Words hidden", "Title deleted", "Remark deleted");
    }

    @Test
    void the_owners_file_holds_what_is_protected_or_not_open_yet_but_no_homework() throws IOException {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        posts.somePost(owner.member(), "Guarded", "Words behind glass.");
        posts.somePost(owner.member(), "Later", "Words for later.");
        var column = columns.published(owner, "A column", 2L);
        setOpening.column(
                circles.speaker(owner.member(), Surface.POST), column, new Opening.OnDay(LocalDate.of(2099, 1, 1)));
        changeReading.change(circles.partner(owner), new ChangeReading.Asked(true, true, 30, 1));
        homework.handIn(member, homework.task(owner), "My own pot.");

        var pages = unpacked(owner, made(owner, 500));

        assertThat(pages.get(Disk.post(1))).contains("Words behind glass.");
        assertThat(pages.get(Disk.post(2))).contains("Words for later.");
        assertThat(pages.get("columns/1.html")).contains("Later");
        assertThat(String.join("", pages.values())).doesNotContain("My own pot.", "watermark");
        assertThat(brokenLinks(pages)).isEmpty();
    }

    @Test
    void hostile_texts_stay_texts() throws IOException {
        var owner = circles.someOwner();
        for (var text : Hostile.TEXTS) {
            posts.somePost(owner.member(), "<img src=x onerror=alert(1)>", text);
        }
        var pages = unpacked(owner, made(owner, 500));
        pages.forEach((path, page) -> assertThat(page)
                .as(path)
                .doesNotContain("<script", "onerror=alert(1)>", "=\"javascript:", "<iframe", "<object", "<svg"));
        assertThat(brokenLinks(pages)).isEmpty();
    }

    /** After each step everything but the cursor is thrown away; what comes out is what one go would have made. */
    @Test
    void steps_make_the_same_as_one_go() throws IOException {
        var owner = circles.someOwner();
        for (var i = 0; i < 45; i++) {
            posts.somePost(owner.member());
        }
        imported(owner, 100, "Lu Yu", "2019-02-03T04:05:06Z");
        imported(owner, 101, "Hannah & sons", "2020-02-03T04:05:06Z");
        columns.published(owner, "A column", 1L, 2L);

        assertThat(made(owner, 1)).hasSameBinaryContentAs(made(owner, 500));
    }

    @Test
    void lists_longer_than_a_page_go_on_on_the_next() throws IOException {
        var owner = circles.someOwner();
        posts.somePost(owner.member());
        db.sql("""
                insert into content.post (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state,
                                          created_at, published_at, active_at, highlighted_at, highlighted_by)
                select circle_id, gen_random_uuid(), n, author_id, 'Leaf ' || n, body, html, excerpt, minutes, state,
                       created_at, published_at, active_at, published_at, author_id
                  from content.post, generate_series(2, 450) n
                 where circle_id = :circle
                """).with("circle", owner.circle()).run();

        var pages = unpacked(owner, made(owner, 3));

        var month = pages.keySet().stream()
                .filter(path -> path.matches("dates/\\d{4}-\\d\\d\\.html"))
                .findFirst()
                .orElseThrow();
        for (var list : List.of(month, "authors/m1.html", "highlights/index.html")) {
            var third = list.replace(".html", "-3.html");
            assertThat(pages).containsKeys(list.replace(".html", "-2.html"), third);
            assertThat(pages.get(third)).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        }
        assertThat(brokenLinks(pages)).isEmpty();
    }

    @Test
    void only_the_owner_asks_for_it() {
        var owner = circles.someOwner();
        var admin = circles.someAdmin(owner);
        assertThatThrownBy(() -> askForTakeaway.ask(admin.member(), "offline", "", "x.zip"))
                .hasMessage("circle.owner-only");
        assertThat(askForTakeaway.ask(owner.member(), "offline", "", "x.zip")).isNotNull();
    }

    private void highlight(Owner owner, long number) {
        db.sql("""
                update content.post
                   set highlighted_at = published_at, highlighted_by = author_id
                 where circle_id = :circle and number = :number
                """).with("circle", owner.circle()).with("number", number).run();
    }

    private void imported(Owner owner, long number, String byline, String at) {
        db.sql("insert into content.byline (circle_id, byline) values (:circle, :byline) on conflict do nothing")
                .with("circle", owner.circle())
                .with("byline", byline)
                .run();
        db.sql("""
                insert into content.post (circle_id, post_id, number, byline, title, body, html, excerpt, minutes, state,
                                          created_at, published_at, active_at)
                values (:circle, :id, :number, :byline, :title, 'Old', '<p>Old</p>', 'Old', 1, 'live', :at, :at, :at)
                """)
                .with("circle", owner.circle())
                .with("id", Ids.next())
                .with("number", number)
                .with("byline", byline)
                .with("title", "Old " + number)
                .with("at", Instant.parse(at))
                .run();
    }

    /** @param steps how many parts are made between two openings of the file */
    private Path made(Owner owner, int steps) throws IOException {
        var file = folder.resolve(steps + "-" + Ids.next() + ".zip");
        var mark = Parcel.Mark.NOTHING;
        var takeaway = takeaway(circles.again(owner.member()), "", 0, 0);
        for (var i = 0; i < 5000; i++) {
            try (var parcel = Parcel.open(file, mark)) {
                var progress = makeOffline.step(takeaway, parcel, Budget.of(steps));
                mark = parcel.keep();
                if (progress.finished()) {
                    parcel.finish();
                    return file;
                }
                takeaway = takeaway(takeaway.member(), progress.cursor(), progress.done(), progress.total());
            }
        }
        throw new AssertionError("It has no end");
    }

    private static Takeaway takeaway(Member member, String cursor, long done, long total) {
        return new Takeaway(
                new TakeawayId(Ids.next()), member, "", cursor, done, total, Instant.parse("2026-03-01T10:00:00Z"));
    }

    private static Map<String, String> unpacked(Owner owner, Path file) throws IOException {
        var pages = new TreeMap<String, String>();
        var top = SomeCircles.slug(owner) + "/";
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                assertThat(entry.getName()).startsWith(top);
                try (var in = zip.getInputStream(entry)) {
                    var before = pages.put(
                            entry.getName().substring(top.length()),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    assertThat(before).as(entry.getName() + " is there twice").isNull();
                }
            }
        }
        return pages;
    }

    private static List<String> brokenLinks(Map<String, String> pages) {
        var broken = new ArrayList<String>();
        pages.forEach((path, page) -> {
            for (var found : LINK.matcher(page).results().toList()) {
                var target = found.group(1).replaceFirst("#.*$", "");
                if (!target.isEmpty() && !target.matches("(https?|mailto):.*")) {
                    var at = Path.of(path).resolveSibling(target).normalize().toString();
                    if (!pages.containsKey(at)) {
                        broken.add(path + " → " + target);
                    }
                }
            }
        });
        return broken;
    }
}
