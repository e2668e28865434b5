package app.teahouse.strikes;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a member's page, for staff: what was noted of the member. */
@Component
class StrikesOnSheet implements SheetPart {
    private final Templates templates;
    private final Strikes strikes;

    StrikesOnSheet(Templates templates, Strikes strikes) {
        this.templates = templates;
        this.strikes = strikes;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        if (!reader.isStaff() || !reader.role().isAbove(card.role())) {
            return Optional.empty();
        }
        var counting = strikes.counting(reader.circle(), card.account());
        return Optional.of(templates.strikesSheet(frame, reader.face(), card, counting));
    }
}
