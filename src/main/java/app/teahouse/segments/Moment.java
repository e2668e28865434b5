package app.teahouse.segments;

import app.teahouse.plans.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a segment is asked for, and which day that is in its circle. */
record Moment(Instant now, LocalDate today, ZoneId zone) {

    static Moment at(Instant now, ZoneId zone) {
        return new Moment(now, Calendar.today(now, zone), zone);
    }
}
