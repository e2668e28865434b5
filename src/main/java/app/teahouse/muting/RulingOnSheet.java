package app.teahouse.muting;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.Rulings;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a member's page, for staff: whether the member is muted, and the way to say where they may write. */
@Component
class RulingOnSheet implements SheetPart {
    private final Templates templates;
    private final Rulings rulings;
    private final Clock clock;

    RulingOnSheet(Templates templates, Rulings rulings, Clock clock) {
        this.templates = templates;
        this.rulings = rulings;
        this.clock = clock;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        var me = card.account().equals(reader.account());
        if (!reader.isStaff() || me || !reader.role().isAbove(card.role())) {
            return Optional.empty();
        }
        var mute = rulings.inForce(reader.circle(), card.account(), Ruling.Kind.MUTE)
                .filter(ruling -> ruling.holds(clock.instant()))
                .orElse(null);
        return Optional.of(templates.mutingSheet(frame, reader.face(), card, mute));
    }
}
