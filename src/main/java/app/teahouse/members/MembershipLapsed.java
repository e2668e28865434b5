package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** The time somebody had in a circle, grace included, is over. */
public record MembershipLapsed(CircleId circle, AccountId account) implements Event {}
