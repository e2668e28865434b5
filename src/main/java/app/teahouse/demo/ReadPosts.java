package app.teahouse.demo;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Time;
import app.teahouse.reading.Traces;
import app.teahouse.saved.Folders;
import app.teahouse.saved.KeepWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Lets members read: on three evenings each of them opens some posts and gets through some of those, in the time that takes. */
@Component
class ReadPosts {
    private static final List<String> EVENINGS = List.of("11d 20:40", "7d 21:10", "3d 20:20");
    private static final int SHELF = 45;
    private static final int AN_EVENING = 6;

    private final Texts texts;
    private final Db db;
    private final Traces traces;
    private final KeepWords keepWords;
    private final Folders folders;

    ReadPosts(Texts texts, Db db, Traces traces, KeepWords keepWords, Folders folders) {
        this.texts = texts;
        this.db = db;
        this.traces = traces;
        this.keepWords = keepWords;
        this.folders = folders;
    }

    void read(Stage stage, Timeline timeline) {
        for (var who : stage.joined().keySet()) {
            for (var evening : EVENINGS) {
                var random = new Random((who + evening + stage.folder()).hashCode());
                var wished = stage.moments().of(evening).plus(Duration.ofMinutes(random.nextInt(50)));
                var at = stage.present(who, wished);
                timeline.add(at, () -> evening(stage, who, at, random));
            }
        }
        for (var entry : texts.entries(stage.folder() + "/saved*.md")) {
            timeline.add(stage.moments().of(entry.text("at")), () -> keep(stage, entry));
        }
    }

    private void evening(Stage stage, String who, Instant at, Random random) {
        var member = stage.member(who);
        var shelf = db.sql("""
                select number
                  from content.post
                 where circle_id = :circle and state = 'live' and author_id is distinct from :account
                 order by number desc
                 limit :most
                """)
                .with("circle", stage.circle())
                .with("account", member.account())
                .with("most", SHELF)
                .all((row, n) -> row.getLong(1));
        var start = at;
        for (var i = 0; i < AN_EVENING && !shelf.isEmpty(); i++) {
            var post = shelf.get(random.nextInt(shelf.size()));
            var part = random.nextInt(5) < 3 ? 1000 : 80 + random.nextInt(820);
            var minutes = 1 + part / 300;
            at(start, () -> traces.opened(member, post));
            for (var minute = 1; minute <= minutes; minute++) {
                var far = part * minute / minutes;
                at(start.plus(Duration.ofMinutes(minute)), () -> traces.position(member, post, far, 55));
            }
            start = start.plus(Duration.ofMinutes(minutes + 1L));
        }
        traces.flush();
    }

    private static void at(Instant moment, Runnable what) {
        Time.at(moment, () -> {
            what.run();
            return true;
        });
    }

    /** Saves a post with a note, in a folder; what stands below is a passage of it. */
    private void keep(Stage stage, Entry entry) {
        var member = stage.member(entry.text("who"));
        var post = db.sql("select number from content.post where circle_id = :circle and title = :title")
                .with("circle", stage.circle())
                .with("title", entry.text("post"))
                .one(Long.class);
        var folder = entry.maybe("folder").map(name -> folders.named(member.person(), name));
        keepWords.note(member, post, entry.maybe("note").orElse(""), folder.orElse(null));
        if (!entry.body().isBlank()) {
            keepWords.keep(member, post, entry.body(), 300);
        }
    }
}
