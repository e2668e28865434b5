package app.teahouse.renewals;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.LocalDate;

/**
 * A membership renewed itself, or could not be.
 *
 * @param last the last day now
 * @param triesLeft how often it is tried again; 0 where it was the last time, or it was done
 */
public record RenewalEnded(CircleId circle, AccountId account, boolean done, LocalDate last, int triesLeft)
        implements Event {}
