package app.teahouse.offline;

import static org.assertj.core.api.Assertions.assertThat;

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
import app.teahouse.members.SomeCircles;
import app.teahouse.tags.MakeTag;
import app.teahouse.takeaway.AskForTakeaway;
import app.teahouse.takeaway.Budget;
import app.teahouse.takeaway.Parcel;
import app.teahouse.takeaway.Takeaway;
import app.teahouse.takeaway.TakeawayId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages for a disk, as they lie in their file. */
abstract class OfflineGround {
    static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

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

    void highlight(Owner owner, long number) {
        db.sql("""
                update content.post
                   set highlighted_at = published_at, highlighted_by = author_id
                 where circle_id = :circle and number = :number
                """).with("circle", owner.circle()).with("number", number).run();
    }

    void imported(Owner owner, long number, String byline, String at) {
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
    Path made(Owner owner, int steps) throws IOException {
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

    static Takeaway takeaway(Member member, String cursor, long done, long total) {
        return new Takeaway(
                new TakeawayId(Ids.next()), member, "", cursor, done, total, Instant.parse("2026-03-01T10:00:00Z"));
    }

    static Map<String, String> unpacked(Owner owner, Path file) throws IOException {
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

    static List<String> brokenLinks(Map<String, String> pages) {
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
