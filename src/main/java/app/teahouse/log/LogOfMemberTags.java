package app.teahouse.log;

import app.teahouse.kernel.Listener;
import app.teahouse.membertags.MemberTagged;
import org.springframework.stereotype.Component;

/** Writes down who gave whom a tag, or took it away; of many at once, how many. */
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
        var many = event.accounts().size() > 1;
        log.write(new CircleLog.Deed(
                event.circle(),
                event.done() + (many ? "_many" : ""),
                event.by(),
                many ? null : event.accounts().getFirst(),
                many ? event.accounts().size() + "," + event.tag() : event.tag(),
                "",
                event.at()));
    }
}
