package app.teahouse.timeline;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a member's page, for staff above them: what is known at a glance, and the way to the timeline. */
@Component
@Order(-2)
class CardOnSheet implements SheetPart {
    private final Templates templates;
    private final ObjectProvider<Glance> rooms;

    CardOnSheet(Templates templates, ObjectProvider<Glance> rooms) {
        this.templates = templates;
        this.rooms = rooms;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        if (!reader.isStaff() || !reader.role().isAbove(card.role())) {
            return Optional.empty();
        }
        var facts = rooms.orderedStream()
                .flatMap(room -> room.facts(reader, card, frame).stream())
                .toList();
        return Optional.of(templates.timelineCard(frame, reader.face(), card, facts));
    }
}
