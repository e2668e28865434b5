package app.teahouse.plans;

import java.time.LocalDate;

/** When somebody renews, as prices see it; grace has nothing to do with it (rules.md R10). */
public enum Renewal {
    /** Until the last day. */
    EARLY,
    /** In the thirty days after it. */
    SOON,
    /** Later than that. */
    LATE;

    static final int SOON_DAYS = 30;

    public static Renewal at(LocalDate last, LocalDate today) {
        if (!today.isAfter(last)) {
            return EARLY;
        }
        return today.isAfter(last.plusDays(SOON_DAYS)) ? LATE : SOON;
    }
}
