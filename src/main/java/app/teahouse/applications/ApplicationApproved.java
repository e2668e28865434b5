package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** Staff let an applicant in. */
public record ApplicationApproved(
        CircleId circle, ApplicationId application, AccountId account, String name, AccountId by, String byAlias)
        implements Event {}
