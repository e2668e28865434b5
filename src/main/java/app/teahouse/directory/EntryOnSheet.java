package app.teahouse.directory;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a member's page, what they say in the directory to this reader; on one's own, all of it or the way to begin. */
@Component
@Order(-10)
class EntryOnSheet implements SheetPart {
    private final Templates templates;
    private final Directory directory;
    private final EntryRows rows;
    private final Choice choice;

    EntryOnSheet(Templates templates, Directory directory, EntryRows rows, Choice choice) {
        this.templates = templates;
        this.directory = directory;
        this.rows = rows;
        this.choice = choice;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        if (!card.active()) {
            return Optional.empty();
        }
        if (card.account().equals(reader.account())) {
            return choice.isOpen(reader.circle()) ? Optional.of(own(reader, card, frame)) : Optional.empty();
        }
        var above = reader.isStaff() && reader.role().isAbove(card.role());
        return directory
                .of(reader, card.account())
                .map(said -> templates.directorySheet(frame, reader.face(), card, said, null, above));
    }

    private JteModel own(Member reader, MemberCard card, Frame frame) {
        var own = rows.of(reader.circle(), reader.account()).orElse(Entry.NONE);
        return templates.directorySheet(frame, reader.face(), card, own.said(), own, false);
    }
}
