package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import org.springframework.stereotype.Component;

/** Writes down whom staff removed, and why. Who leaves is nobody's business. */
@Component
class LogOfRemovals implements Listener<MemberGone> {
    private final CircleLog log;

    LogOfRemovals(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<MemberGone> event() {
        return MemberGone.class;
    }

    @Override
    public void on(MemberGone event) {
        var removed = event.removed();
        if (removed != null) {
            log.write(new CircleLog.Deed(
                    event.circle(), "removed", removed.by(), event.account(), "", removed.reason(), removed.at()));
        }
    }
}
