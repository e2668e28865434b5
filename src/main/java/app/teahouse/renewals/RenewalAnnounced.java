package app.teahouse.renewals;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.LocalDate;

/**
 * Somebody's card will be charged, seven days from now or later.
 *
 * @param last the last day of what is paid
 * @param day on which the card is charged
 * @param card what its owner knows it by; empty where it is gone
 */
public record RenewalAnnounced(
        CircleId circle, AccountId account, LocalDate last, LocalDate day, long minor, String currency, String card)
        implements Event {}
