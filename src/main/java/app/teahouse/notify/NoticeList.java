package app.teahouse.notify;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Face;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of notices as it is shown: by day.
 *
 * @param circles whose notices there are, to choose from
 * @param chosen the circle that was chosen, or null for all
 * @param first whether this is the newest page
 * @param next the address of the next page, or null
 */
public record NoticeList(
        List<Day> days,
        List<Face> circles,
        @Nullable Face chosen,
        boolean first,
        @Nullable String next) {

    /** @param heading what the day is called; null where it goes on from the page before */
    public record Day(@Nullable Heading heading, List<Notice> notices) {}

    /** Today and yesterday have names, the others are dates. */
    public record Heading(boolean today, boolean yesterday, Instant at) {}

    public boolean isEmpty() {
        return days.isEmpty();
    }

    public boolean hasUnread() {
        return days.stream().flatMap(day -> day.notices().stream()).anyMatch(Notice::isNew);
    }

    /** @param lastBefore the moment of the last notice of the page before, or null */
    static List<Day> byDay(Cursor<Notice> page, @Nullable Instant lastBefore, ZoneId zone, Instant now) {
        var days = new ArrayList<Day>();
        var open = lastBefore == null ? null : LocalDate.ofInstant(lastBefore, zone);
        List<Notice> notices = new ArrayList<>();
        for (var notice : page.items()) {
            var date = LocalDate.ofInstant(notice.toldAt(), zone);
            if (!date.equals(open) || days.isEmpty()) {
                notices = new ArrayList<>();
                days.add(new Day(date.equals(open) ? null : heading(notice, date, zone, now), notices));
                open = date;
            }
            notices.add(notice);
        }
        return days;
    }

    private static Heading heading(Notice notice, LocalDate date, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        return new Heading(date.equals(today), date.equals(today.minusDays(1)), notice.toldAt());
    }
}
