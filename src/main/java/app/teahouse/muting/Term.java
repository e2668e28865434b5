package app.teahouse.muting;

import app.teahouse.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How long a ruling holds. */
public sealed interface Term {

    /** For so long from now on. */
    record For(Duration time) implements Term {}

    /** To the end of that day, by the circle's clock. */
    record Through(LocalDate day) implements Term {}

    /** To that moment. */
    record Until(Instant moment) implements Term {}

    /** Until staff look at it again: it stands on their list for that. */
    record Review() implements Term {}

    /** Until somebody lifts it. */
    record ForGood() implements Term {}

    /**
     * When it ends by itself, or null.
     *
     * @throws Refusal {@code ruling.time-over}, {@code ruling.too-long}: ten years are as good as for good
     */
    default @Nullable Instant end(Instant now, ZoneId zone) {
        var end = switch (this) {
            case For(var time) -> now.plus(time);
            case Through(var day) -> day.plusDays(1).atStartOfDay(zone).toInstant();
            case Until(var moment) -> moment;
            case Review(), ForGood() -> null;
        };
        if (end != null && !end.isAfter(now)) {
            throw Refusal.invalid("until", "ruling.time-over");
        }
        if (end != null && end.isAfter(now.plus(Duration.ofDays(3653)))) {
            throw Refusal.invalid("until", "ruling.too-long");
        }
        return end;
    }
}
