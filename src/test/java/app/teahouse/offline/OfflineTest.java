package app.teahouse.offline;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.books.Hostile;
import app.teahouse.columns.Opening;
import app.teahouse.guard.ChangeReading;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages for a disk: all is there, all links lead somewhere, and nothing that was hidden has come along. */
@TeahouseTest
class OfflineTest extends OfflineGround {
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
}
