package app.teahouse.staffnotes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Ranks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff write notes about members below them; a note is changed and deleted by its writer or the owner. */
@Component
class WriteNotes {
    static final int LONGEST = 2000;

    private final Db db;
    private final Ranks ranks;
    private final Clock clock;

    WriteNotes(Db db, Ranks ranks, Clock clock) {
        this.db = db;
        this.ranks = ranks;
        this.clock = clock;
    }

    /** @throws Refusal {@code member.unknown}, {@code role.not-above} */
    @Transactional
    NoteId write(Staff staff, long number, String body) {
        new Faults().text("body", body, LONGEST).refuse();
        var account = held(staff, number);
        var id = new NoteId(Ids.next());
        db.sql("""
                insert into staffnotes.note (circle_id, note_id, account_id, body, made_by, made_at)
                values (:circle, :id, :account, :body, :by, :now)
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("account", account)
                .with("body", body.strip())
                .with("by", staff.account())
                .with("now", clock.instant())
                .run();
        return id;
    }

    /** The member is held, so that their role stays below and of two notes only one gets pinned. */
    private AccountId held(Staff staff, long number) {
        return ranks.below(staff, List.of(number)).getFirst().account();
    }

    /**
     * @param seen when it was last changed as whoever writes saw it, or null for whatever stands there
     * @throws Refusal {@code staff-note.unknown}, {@code staff-note.not-yours}, {@code staff-note.moved}
     */
    @Transactional
    void change(Staff staff, long number, NoteId id, String body, @Nullable Instant seen) {
        new Faults().text("body", body, LONGEST).refuse();
        var account = held(staff, number);
        own(staff, account, id);
        // The member is held, so nobody changes it in between.
        if (seen != null && !changedAt(staff, id).equals(seen)) {
            throw Refusal.conflict("staff-note.moved");
        }
        db.sql("""
                update staffnotes.note
                   set body = :body, edited_by = :by, edited_at = :now
                 where circle_id = :circle and note_id = :id and body <> :body
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("body", body.strip())
                .with("by", staff.account())
                .with("now", clock.instant())
                .run();
    }

    private Instant changedAt(Staff staff, NoteId id) {
        return db.sql(
                        "select coalesce(edited_at, made_at) from staffnotes.note where circle_id = :circle and note_id = :id")
                .with("circle", staff.circle())
                .with("id", id)
                .one((row, n) -> Db.instant(row, 1));
    }

    private void own(Staff staff, AccountId account, NoteId id) {
        var mine = db.sql("""
                select coalesce(made_by = :me, false)
                  from staffnotes.note
                 where circle_id = :circle and account_id = :account and note_id = :id
                """)
                .with("circle", staff.circle())
                .with("account", account)
                .with("id", id)
                .with("me", staff.account())
                .maybe((row, n) -> row.getBoolean(1))
                .orElseThrow(() -> Refusal.notFound("staff-note.unknown"));
        if (!mine && staff.role() != Role.OWNER) {
            throw Refusal.notAllowed("staff-note.not-yours");
        }
    }

    /** @throws Refusal {@code staff-note.unknown}, {@code staff-note.not-yours} */
    @Transactional
    void drop(Staff staff, long number, NoteId id) {
        var account = held(staff, number);
        own(staff, account, id);
        db.sql("delete from staffnotes.note where circle_id = :circle and note_id = :id")
                .with("circle", staff.circle())
                .with("id", id)
                .run();
    }

    /** One note stands above the others; pinning another takes its place. */
    @Transactional
    void pin(Staff staff, long number, NoteId id, boolean pinned) {
        var account = held(staff, number);
        if (pinned) {
            db.sql(
                            "update staffnotes.note set pinned = false where circle_id = :circle and account_id = :account and pinned")
                    .with("circle", staff.circle())
                    .with("account", account)
                    .run();
        }
        var found = db.sql("""
                update staffnotes.note
                   set pinned = :pinned
                 where circle_id = :circle and account_id = :account and note_id = :id
                """)
                .with("circle", staff.circle())
                .with("account", account)
                .with("id", id)
                .with("pinned", pinned)
                .run();
        if (found == 0) {
            throw Refusal.notFound("staff-note.unknown");
        }
    }
}
