package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/**
 * Staff declined an application.
 *
 * @param reason as the applicant reads it; may be empty
 */
public record ApplicationDeclined(
        CircleId circle, ApplicationId application, AccountId account, String name, AccountId by, String reason)
        implements Event {}
