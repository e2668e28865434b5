package app.teahouse.blocking;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a member's page, for every other member: the way to block them, or that they are blocked. */
@Component
@Order(90)
class BlockOnSheet implements SheetPart {
    private final Templates templates;

    BlockOnSheet(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        return card.account().equals(reader.account())
                ? Optional.empty()
                : Optional.of(templates.blockingSheet(
                        frame, reader.face(), card, reader.standing().blocked().contains(card.account())));
    }
}
