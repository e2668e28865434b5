package app.teahouse.site;

import app.teahouse.kernel.CircleId;
import app.teahouse.members.Involvement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What keeps an operator from deciding in passing which of the circles of a page Discover shows. */
public record CirclesNear(Map<CircleId, Involvement.Of> nearness, Set<CircleId> keptOut) {

    public Involvement.Of of(UUID circle) {
        return nearness.getOrDefault(new CircleId(circle), Involvement.Of.NONE);
    }

    public boolean isKeptOut(UUID circle) {
        return keptOut.contains(new CircleId(circle));
    }
}
