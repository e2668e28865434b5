package app.teahouse.staffnotes;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a member's page, for staff above them: the pinned note, the newest, and a box for another. */
@Component
@Order(-1)
class NotesOnSheet implements SheetPart {
    private static final int FEW = 2;

    private final Templates templates;
    private final StaffNotes notes;

    NotesOnSheet(Templates templates, StaffNotes notes) {
        this.templates = templates;
        this.notes = notes;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        if (!reader.isStaff() || !reader.role().isAbove(card.role())) {
            return Optional.empty();
        }
        var few = Stream.concat(
                        notes.pinned(reader, card.account()).stream(),
                        notes.page(reader, card.account(), null, FEW).items().stream())
                .toList();
        return Optional.of(templates.staffnotesSheet(frame, reader.face(), card, few, Form.blank(frame)));
    }
}
