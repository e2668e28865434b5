package app.teahouse.comps;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a member's page: their guest pass, for themselves and for the owner and partners, who give and end it there. */
@Component
class CompOnSheet implements SheetPart {
    private final Templates templates;
    private final CompSheet compSheet;
    private final Circles circles;

    CompOnSheet(Templates templates, CompSheet compSheet, Circles circles) {
        this.templates = templates;
        this.compSheet = compSheet;
        this.circles = circles;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        var gives = reader.role().leads();
        var me = card.account().equals(reader.account());
        var pays = card.role() == Role.MEMBER || card.role() == Role.VOLUNTEER;
        var costs = circles.byId(reader.circle())
                .filter(circle -> circle.price() == Circle.Price.PAID)
                .isPresent();
        if (!costs || !pays || !(gives || me)) {
            return Optional.empty();
        }
        var comp = compSheet.of(reader.face(), card).orElse(null);
        return comp == null && !gives
                ? Optional.empty()
                : Optional.of(templates.compsSheet(frame, reader.face(), card, comp, gives));
    }
}
