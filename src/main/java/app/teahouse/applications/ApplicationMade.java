package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** Somebody asks to join; staff decide. */
public record ApplicationMade(CircleId circle, ApplicationId application, AccountId account, String name)
        implements Event {}
