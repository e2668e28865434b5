package app.teahouse.blocks;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** A member blocked another. The other is never told. */
public record MemberBlocked(CircleId circle, AccountId account, AccountId other) implements Event {}
