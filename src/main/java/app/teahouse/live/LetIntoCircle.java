package app.teahouse.live;

import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberJoined;
import org.springframework.stereotype.Component;

/** Whoever joins a circle while looking hears from it at once. */
@Component
class LetIntoCircle implements Listener<MemberJoined> {
    private final Live live;

    LetIntoCircle(Live live) {
        this.live = live;
    }

    @Override
    public Class<MemberJoined> event() {
        return MemberJoined.class;
    }

    @Override
    public void on(MemberJoined event) {
        live.joined(event.account(), event.circle());
    }
}
