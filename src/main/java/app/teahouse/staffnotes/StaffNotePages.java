package app.teahouse.staffnotes;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All notes about one member, to write, change, pin and delete. */
@Controller
@RequestMapping("/c/{slug}/m/{number}/staff-notes")
class StaffNotePages {
    private final Templates templates;
    private final StaffNotes notes;
    private final WriteNotes writeNotes;

    StaffNotePages(Templates templates, StaffNotes notes, WriteNotes writeNotes) {
        this.templates = templates;
        this.notes = notes;
        this.writeNotes = writeNotes;
    }

    private static Page to(Staff staff, MemberCard card) {
        return Page.to("/c/" + staff.member().face().slug() + card.path() + "/staff-notes");
    }

    @GetMapping
    Page list(
            Staff staff,
            Frame frame,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable NoteId before) {
        return Page.of(list(staff, frame, notes.card(staff, number), before, Form.blank(frame)));
    }

    private JteModel list(Staff staff, Frame frame, MemberCard card, @Nullable NoteId before, Form form) {
        return templates.staffnotesList(
                frame,
                card,
                before == null ? notes.pinned(staff.member(), card.account()) : List.of(),
                notes.page(staff.member(), card.account(), before, StaffNotes.SIZE),
                form);
    }

    @PostMapping
    Page write(Staff staff, Frame frame, Form form, @PathVariable String number) {
        var card = notes.card(staff, number);
        return form.submit(
                () -> {
                    writeNotes.write(staff, card.number(), form.value("body"));
                    return to(staff, card).saying("staffnotes.written");
                },
                again -> list(staff, frame, card, null, again));
    }

    @GetMapping("/{note}")
    Page one(Staff staff, Frame frame, @PathVariable String number, @PathVariable NoteId note) {
        var card = notes.card(staff, number);
        var known = notes.one(staff, card.account(), note);
        return Page.of(templates.staffnotesNote(frame, card, known, Form.blank(frame, "body", known.body())));
    }

    @PostMapping("/{note}")
    Page change(Staff staff, Frame frame, Form form, @PathVariable String number, @PathVariable NoteId note) {
        var card = notes.card(staff, number);
        return form.submit(
                () -> {
                    // Whoever deleted it meanwhile did not delete what was typed.
                    if (!notes.isThere(staff, note)) {
                        throw Refusal.conflict("staff-note.gone");
                    }
                    writeNotes.change(staff, card.number(), note, form.value("body"), seen(form));
                    return to(staff, card).saying("web.saved");
                },
                again -> notes.isThere(staff, note)
                        ? templates.staffnotesNote(frame, card, notes.one(staff, card.account(), note), again)
                        : list(staff, frame, card, null, again));
    }

    private static Instant seen(Form form) {
        try {
            return Instant.parse(form.value("seen"));
        } catch (DateTimeParseException _) {
            throw Refusal.conflict("staff-note.moved");
        }
    }

    @PostMapping("/{note}/pin")
    Page pin(Staff staff, Form form, @PathVariable String number, @PathVariable NoteId note) {
        var card = notes.card(staff, number);
        writeNotes.pin(staff, card.number(), note, form.value("pinned").equals("yes"));
        return to(staff, card);
    }

    @PostMapping("/{note}/deletion")
    Page drop(Staff staff, @PathVariable String number, @PathVariable NoteId note) {
        var card = notes.card(staff, number);
        writeNotes.drop(staff, card.number(), note);
        return to(staff, card).saying("staffnotes.dropped");
    }
}
