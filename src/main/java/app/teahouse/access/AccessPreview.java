package app.teahouse.access;

import app.teahouse.circles.Access;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Pulse;
import app.teahouse.kernel.CircleId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells before a change of access who will be affected, from this room and from those above. */
@Component
class AccessPreview {
    private final Circles circles;
    private final Pulse pulse;
    private final List<Affected> others;

    AccessPreview(Circles circles, Pulse pulse, List<Affected> others) {
        this.circles = circles;
        this.pulse = pulse;
        this.others = others;
    }

    /** Nothing where nothing changes. */
    List<Consequence> of(CircleId id, Access after) {
        var circle = circles.fresh(id).orElseThrow();
        if (circle.access().equals(after)) {
            return List.of();
        }
        var consequences = new ArrayList<Consequence>();
        var beat = pulse.of(id);
        consequences.add(new Consequence("circles.affects.members", beat.members()));
        addVisibility(circle, after, consequences);
        if (circle.publicReading() && !after.publicReading()) {
            consequences.add(new Consequence("circles.affects.closed", beat.posts()));
        } else if (!circle.publicReading() && after.publicReading()) {
            consequences.add(new Consequence("circles.affects.public", beat.posts()));
        }
        if (circle.joinMode() == JoinMode.PASSWORD && after.joinMode() != JoinMode.PASSWORD) {
            consequences.add(new Consequence("circles.affects.password", 0));
        }
        others.forEach(other -> consequences.addAll(other.by(circle, after)));
        return List.copyOf(consequences);
    }

    private static void addVisibility(Circle before, Access after, List<Consequence> consequences) {
        if (before.visibility() == after.visibility()) {
            return;
        }
        var key = after.visibility() == Visibility.LISTED
                ? "circles.affects.listed"
                : after.visibility() == Visibility.UNLISTED ? "circles.affects.unlisted" : "circles.affects.hidden";
        consequences.add(new Consequence(key, 0));
    }
}
