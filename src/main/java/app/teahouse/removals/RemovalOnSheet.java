package app.teahouse.removals;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a member's page, for staff: the way to remove the member, or what was decided about one who was. */
@Component
@Order(100)
class RemovalOnSheet implements SheetPart {
    private final Templates templates;
    private final RemovalSheet sheet;

    RemovalOnSheet(Templates templates, RemovalSheet sheet) {
        this.templates = templates;
        this.sheet = sheet;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        if (!reader.isStaff()) {
            return Optional.empty();
        }
        if (card.active()) {
            return reader.role().isAbove(card.role())
                    ? Optional.of(templates.removalsSheet(frame, reader.face(), card, null))
                    : Optional.empty();
        }
        return sheet.mine(reader.circle(), card.account())
                .map(last -> templates.removalsSheet(frame, reader.face(), card, last.key()));
    }
}
