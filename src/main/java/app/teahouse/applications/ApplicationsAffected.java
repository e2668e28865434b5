package app.teahouse.applications;

import app.teahouse.access.Affected;
import app.teahouse.access.Consequence;
import app.teahouse.circles.Access;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Applications wait on whatever the join mode becomes; but where it opens, applicants can also just come in. */
@Component
class ApplicationsAffected implements Affected {
    private final ApplicationQueue queue;

    ApplicationsAffected(ApplicationQueue queue) {
        this.queue = queue;
    }

    @Override
    public List<Consequence> by(Circle before, Access after) {
        var waiting = before.joinMode() == after.joinMode() ? 0 : queue.waiting(before.id());
        if (waiting == 0) {
            return List.of();
        }
        var key = after.joinMode() == JoinMode.OPEN ? "applications.affects.open" : "applications.affects.waiting";
        return List.of(new Consequence(key, waiting));
    }
}
