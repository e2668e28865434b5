package app.teahouse.away;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.circles.Pulse;
import app.teahouse.content.KeepImported;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.outside.LocalWeb;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imported articles with pictures at other hosts, and what became of those. */
@Component
class SomePictures {
    private final KeepImported imported;
    private final NotePictures notePictures;
    private final PictureRows rows;
    private final KeepPicture keepPicture;
    private final ShowPictures showPictures;
    private final Pulse pulse;
    private final TransactionTemplate transaction;
    private final Db db;
    private final Clock clock;

    SomePictures(
            KeepImported imported,
            NotePictures notePictures,
            PictureRows rows,
            KeepPicture keepPicture,
            ShowPictures showPictures,
            Pulse pulse,
            TransactionTemplate transaction,
            Db db,
            Clock clock) {
        this.imported = imported;
        this.notePictures = notePictures;
        this.rows = rows;
        this.keepPicture = keepPicture;
        this.showPictures = showPictures;
        this.pulse = pulse;
        this.transaction = transaction;
        this.db = db;
        this.clock = clock;
    }

    record Post(String html, List<String> pictures, int edits, boolean edited) {}

    long article(Staff staff, String body, boolean fetch) {
        return transaction.execute(_ -> {
            var number = pulse.nextQuiet(staff.circle(), 1);
            var away = imported.keep(
                    staff.member().face(),
                    new KeepImported.Article(
                            "md:" + Ids.next(),
                            number,
                            "An article",
                            body,
                            clock.instant(),
                            staff.account(),
                            "Lu Yu",
                            List.of()));
            notePictures.note(staff.circle(), number, away.orElseThrow(), fetch ? staff.account() : null);
            return number;
        });
    }

    FetchPictures job(LocalWeb web) {
        return new FetchPictures(rows, keepPicture, showPictures, web.fetch());
    }

    void work(LocalWeb web) {
        work(job(web), clock.instant());
    }

    static void work(FetchPictures job, Instant now) {
        while (job.step(now)) {
            assertThat(now).isNotNull();
        }
    }

    Post post(Staff staff, long number) {
        return db.sql("""
                select html, pictures, edits, edited_at is not null
                  from content.post
                 where circle_id = :circle and number = :number
                """)
                .with("circle", staff.circle())
                .with("number", number)
                .one((row, n) -> new Post(row.getString(1), Db.texts(row, 2), row.getInt(3), row.getBoolean(4)));
    }

    /** The state of each picture of the circle, or the reason why there is none. */
    Map<String, String> states(Staff staff) {
        record Row(String address, String state) {}
        return db
                .sql("select address, coalesce(reason, state) from away.picture where circle_id = :circle")
                .with("circle", staff.circle())
                .all((row, n) -> new Row(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Row::address, Row::state));
    }

    static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
