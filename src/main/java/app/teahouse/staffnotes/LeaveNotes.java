package app.teahouse.staffnotes;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What staff noted of a person is about that person: it is in the copy of their data, without who wrote it, and goes with their account
 * (docs/decisions/0137).
 */
@Component
@Order(-3)
class LeaveNotes implements Leaving, OwnData {
    private static final int PIECE = 500;

    private final Db db;
    private final NotesHousehold household;
    private final CirclesOf circlesOf;

    LeaveNotes(Db db, NotesHousehold household, CirclesOf circlesOf) {
        this.db = db;
        this.household = household;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> household.forget(circle, account));
        return false;
    }

    private record Line(
            UUID circle,
            UUID id,
            String note,
            Instant madeAt,
            @Nullable Instant editedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("staff-notes.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                var piece = lines(circle, account, new NoteId(new UUID(-1, -1)));
                while (!piece.isEmpty()) {
                    for (var line : piece) {
                        archive.line(file, line);
                    }
                    piece = lines(circle, account, new NoteId(piece.getLast().id()));
                }
            }
        }
    }

    private List<Line> lines(CircleId circle, AccountId account, NoteId before) {
        return db.sql("""
                select note_id, body, made_at, edited_at
                  from staffnotes.note
                 where circle_id = :circle and account_id = :account and note_id < :before
                 order by note_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("before", before)
                .with("most", PIECE)
                .all((row, n) -> new Line(
                        circle.value(),
                        Db.uuid(row, 1),
                        row.getString(2),
                        Db.instant(row, 3),
                        Db.maybeInstant(row, 4)));
    }
}
