package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** An owner offers the circle to a member. */
public record HandoverOffered(CircleId circle, AccountId to, AccountId from, String fromAlias) implements Event {}
