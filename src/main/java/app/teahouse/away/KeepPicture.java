package app.teahouse.away;

import app.teahouse.away.PictureRows.Waiting;
import app.teahouse.files.AwayCopies;
import app.teahouse.files.FileId;
import app.teahouse.files.KeepFile;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Refusal;
import app.teahouse.outside.Fetched;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles a picture that was asked for: keeps what came, or why nothing did. */
@Component
class KeepPicture {
    private final PictureRows rows;
    private final KeepFile keepFile;
    private final AwayCopies copies;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeepPicture(PictureRows rows, KeepFile keepFile, AwayCopies copies, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.keepFile = keepFile;
        this.copies = copies;
        this.clock = clock;
        this.transaction = transaction;
    }

    void keep(Waiting picture, Fetched.Got got) {
        try {
            var file = keepFile.keepPicture(
                            picture.circle(), picture.asker(), name(picture), new ByteArrayInputStream(got.body()))
                    .id();
            transaction.executeWithoutResult(_ -> settle(picture, file, clock.instant()));
        } catch (Refusal refusal) {
            var reason = refusal.code().equals("file.no-picture") ? Reason.WRONG_TYPE : Reason.UNUSABLE;
            rows.failed(picture, reason, clock.instant());
        }
    }

    private void settle(Waiting picture, FileId file, Instant now) {
        if (rows.fetched(picture, now)) {
            copies.add(picture.circle(), picture.address(), file);
            rows.due(picture);
        }
    }

    void miss(Waiting picture, Reason reason) {
        var now = clock.instant();
        rows.failed(picture, reason, now);
        if (reason.patience() > 0) {
            rows.giveUp(picture, reason, now);
        }
    }

    void giveUpAll(CircleId circle) {
        rows.giveUpAll(circle, clock.instant());
    }

    /** The last part of the address, as a name for its file. */
    private static String name(Waiting picture) {
        var path = picture.address().replaceFirst("[?#].*$", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
