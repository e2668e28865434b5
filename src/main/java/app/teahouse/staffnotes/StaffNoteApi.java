package app.teahouse.staffnotes;

import app.teahouse.kernel.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes of staff about a member, for programs of the staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/members/{number}/staff-notes")
class StaffNoteApi {
    private final StaffNotes notes;
    private final WriteNotes writeNotes;

    StaffNoteApi(StaffNotes notes, WriteNotes writeNotes) {
        this.notes = notes;
        this.writeNotes = writeNotes;
    }

    /** @param by the number of who wrote it, or null where that account is gone */
    record StaffNoteJson(
            String id,
            String body,
            boolean pinned,
            @Nullable Long by,
            Instant madeAt,
            @Nullable Instant editedAt) {

        static StaffNoteJson of(StaffNote note) {
            return new StaffNoteJson(
                    note.key(),
                    note.body(),
                    note.pinned(),
                    note.by() == null ? null : note.by().number(),
                    note.madeAt(),
                    note.editedAt());
        }
    }

    record StaffNotesJson(
            List<StaffNoteJson> items, @Nullable String next) {}

    /** The pinned one first, then the newest first. */
    @GetMapping
    StaffNotesJson list(
            Staff staff, @PathVariable String number, @RequestParam(required = false) @Nullable NoteId before) {
        var card = notes.card(staff, number);
        var pinned = before == null ? notes.pinned(staff.member(), card.account()) : List.<StaffNote>of();
        var page = notes.page(staff.member(), card.account(), before, StaffNotes.SIZE);
        return new StaffNotesJson(
                Stream.concat(pinned.stream(), page.items().stream())
                        .map(StaffNoteJson::of)
                        .toList(),
                page.next());
    }

    /** @param changedAt the later of {@code madeAt} and {@code editedAt} as it was read: refused if it changed since; without, it is not asked */
    record NoteTextJson(@Nullable String body, @Nullable Instant changedAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    StaffNoteJson write(Staff staff, @PathVariable String number, @RequestBody NoteTextJson wish) {
        var card = notes.card(staff, number);
        var id = writeNotes.write(staff, card.number(), Objects.requireNonNullElse(wish.body(), ""));
        return StaffNoteJson.of(notes.one(staff, card.account(), id));
    }

    @PutMapping("/{note}")
    StaffNoteJson change(
            Staff staff, @PathVariable String number, @PathVariable NoteId note, @RequestBody NoteTextJson wish) {
        var card = notes.card(staff, number);
        writeNotes.change(staff, card.number(), note, Objects.requireNonNullElse(wish.body(), ""), wish.changedAt());
        return StaffNoteJson.of(notes.one(staff, card.account(), note));
    }

    @DeleteMapping("/{note}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Staff staff, @PathVariable String number, @PathVariable NoteId note) {
        writeNotes.drop(staff, notes.card(staff, number).number(), note);
    }

    @PutMapping("/{note}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pin(Staff staff, @PathVariable String number, @PathVariable NoteId note) {
        writeNotes.pin(staff, notes.card(staff, number).number(), note, true);
    }

    @DeleteMapping("/{note}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(Staff staff, @PathVariable String number, @PathVariable NoteId note) {
        writeNotes.pin(staff, notes.card(staff, number).number(), note, false);
    }
}
