package app.teahouse.members;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Surface;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks about somebody who is not here: what they set up earlier, such as a scheduled post, is done now. */
@Component
public class MayStillSpeak {
    private final Seats seats;
    private final Circles circles;

    MayStillSpeak(Seats seats, Circles circles) {
        this.seats = seats;
        this.circles = circles;
    }

    /** Yes, not in this hour, or no. */
    public sealed interface Answer {
        record Yes() implements Answer {}

        /** The circle rests, or is frozen; afterwards they may. */
        record Later(Instant when) implements Answer {}

        record No() implements Answer {}
    }

    /** Where staff end a rest themselves, it is worth asking again after {@code meanwhile}. */
    public Answer on(CircleId circle, AccountId account, Surface surface, Instant now, Duration meanwhile) {
        var known = circles.byId(circle);
        var frozen = known.filter(found -> found.state() == Circle.State.FROZEN);
        if (frozen.isPresent()) {
            return new Answer.Later(now.plus(meanwhile));
        }
        var standing = seats.of(circle, known, account, now).flatMap(Seats.Seat::now);
        if (standing.isEmpty()) {
            return new Answer.No();
        }
        var silence = standing.get().silence(surface);
        if (silence == null) {
            return new Answer.Yes();
        }
        return silence.code().equals("speaking.hushed")
                ? new Answer.Later(Objects.requireNonNullElse(silence.until(), now.plus(meanwhile)))
                : new Answer.No();
    }
}
