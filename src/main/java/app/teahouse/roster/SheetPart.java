package app.teahouse.roster;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.web.Frame;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;

/** Something that a room to the right shows on a member's page, as a card below the first. */
public interface SheetPart {

    /** Nothing where this reader has no business with it. */
    Optional<JteModel> of(Member reader, MemberCard card, Frame frame);
}
