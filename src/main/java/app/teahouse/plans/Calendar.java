package app.teahouse.plans;

import app.teahouse.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days of a membership. People are told a last day ("valid until 31 January"), and that day is theirs to its end in the circle's
 * zone, whatever the clocks do that night. A month from 31 January ends on 28 February, and the one after it on 31 March: the day of
 * the month on which somebody began is kept ({@code anchor}), so nobody loses days in February (rules.md R10).
 */
public final class Calendar {
    private Calendar() {}

    /**
     * Paid time.
     *
     * @param last its last day, or null for good
     * @param anchor the day of the month that months are counted by
     */
    public record Span(LocalDate first, @Nullable LocalDate last, int anchor) {

        /** How many days are paid, the first and the last among them; 0 for good. */
        public long days() {
            return last == null ? 0 : ChronoUnit.DAYS.between(first, last) + 1;
        }

        public boolean covers(LocalDate day) {
            return !day.isBefore(first) && (last == null || !day.isAfter(last));
        }

        /** How many days are still to come after {@code today}; today is used. */
        public long daysLeft(LocalDate today) {
            return last == null || !today.isBefore(last) ? 0 : ChronoUnit.DAYS.between(today, last);
        }

        /**
         * The part of what was paid for it that is for days still to come; of time for good, all of it. Rounded up, so that a difference
         * that is reckoned with it is rounded down.
         */
        public Money unused(Money paid, LocalDate today) {
            return last == null ? paid : paid.minus(paid.share(Math.max(days() - daysLeft(today), 0), days()));
        }
    }

    /** The time somebody gets who joins today. Of a deadline that is over they would get nothing: it isn't sold any more. */
    public static Span begin(Period period, LocalDate today) {
        return from(period, today, today, today.getDayOfMonth());
    }

    /**
     * The time somebody gets who renews. Before the end and in grace it follows on what they had; later it begins on the day of
     * payment.
     *
     * @param grace in days after the last day
     */
    public static Span renew(Period period, Span had, LocalDate today, int grace) {
        var last = had.last();
        if (last == null) {
            return had;
        }
        if (today.isAfter(last.plusDays(grace))) {
            return begin(period, today);
        }
        return from(period, last.plusDays(1), last, had.anchor());
    }

    private static Span from(Period period, LocalDate first, LocalDate counted, int anchor) {
        return switch (period) {
            case Period.Lifetime _ -> new Span(first, null, anchor);
            case Period.Days(var days) -> new Span(first, counted.plusDays(days), anchor);
            case Period.Months(var months) -> new Span(first, onDay(counted.plusMonths(months), anchor), anchor);
            case Period.Monthly _ -> new Span(first, onDay(counted.plusMonths(1), anchor), anchor);
            case Period.Yearly _ -> new Span(first, onDay(counted.plusYears(1), anchor), anchor);
            case Period.Until(var day) -> new Span(first, day, anchor);
        };
    }

    private static LocalDate onDay(LocalDate inMonth, int day) {
        return inMonth.withDayOfMonth(Math.min(day, inMonth.lengthOfMonth()));
    }

    /** The first moment after a day, where a night without midnight (daylight saving) begins with its first hour. */
    public static Instant endOf(LocalDate last, ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public static LocalDate today(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone);
    }
}
