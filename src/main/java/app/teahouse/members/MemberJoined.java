package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** Somebody became a member, or came back. */
public record MemberJoined(CircleId circle, AccountId account, long number, String alias) implements Event {}
