package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.membertags.MemberTagged;
import org.springframework.stereotype.Component;

/** Writes down who gave whom a tag, or took it away. */
@Component
class LogOfMemberTags implements Listener<MemberTagged> {
    private final CircleLog log;

    LogOfMemberTags(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<MemberTagged> event() {
        return MemberTagged.class;
    }

    @Override
    public void on(MemberTagged event) {
        log.write(new CircleLog.Deed(
                event.circle(),
                event.given() ? "tagged" : "untagged",
                event.by(),
                event.account(),
                event.tag(),
                "",
                event.at()));
    }
}
