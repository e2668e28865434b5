package app.teahouse.log;

import app.teahouse.circles.CircleChanged;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes down what happens to a circle as a whole. */
@Component
class LogOfCircle implements Listener<CircleChanged> {
    private final CircleLog log;

    LogOfCircle(CircleLog log) {
        this.log = log;
    }

    @Override
    public Class<CircleChanged> event() {
        return CircleChanged.class;
    }

    @Override
    public void on(CircleChanged event) {
        log.write(new CircleLog.Deed(
                event.circle(),
                Db.name(event.kind()),
                event.by(),
                null,
                event.about(),
                event.reason(),
                event.at(),
                Objects.requireNonNullElse(event.before(), ""),
                Objects.requireNonNullElse(event.after(), "")));
    }
}
