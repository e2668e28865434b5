package app.teahouse.removals;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.removals.Removal.Back;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the circle's log says from when on somebody may come back: a day, or never. */
final class BackLog {
    private BackLog() {}

    static String about(Staff staff, Back back, @Nullable Instant until) {
        return back != Back.DAY
                ? Db.name(back)
                : Objects.requireNonNull(until)
                        .atZone(staff.member().face().zone())
                        .toLocalDate()
                        .toString();
    }
}
