package app.teahouse.timeline;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.web.Frame;
import java.util.List;

/** What one room knows of a member that staff want to see at a glance. Rooms bring it as beans, in the order of {@code @Order}. */
public interface Glance {

    record Fact(String label, String value) {}

    /** @param reader staff above the member */
    List<Fact> facts(Member reader, MemberCard card, Frame frame);
}
