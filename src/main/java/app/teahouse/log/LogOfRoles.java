package app.teahouse.log;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.members.RoleChanged;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes down who gave whom which role. */
@Component
class LogOfRoles implements Listener<RoleChanged> {
    private final CircleLog log;
    private final Clock clock;

    LogOfRoles(CircleLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Class<RoleChanged> event() {
        return RoleChanged.class;
    }

    @Override
    public void on(RoleChanged event) {
        log.write(new CircleLog.Deed(
                event.circle(),
                "role",
                event.by(),
                event.account(),
                Db.name(event.after()),
                "",
                clock.instant(),
                Db.name(event.before()),
                Db.name(event.after())));
    }
}
