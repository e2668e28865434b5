package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** What somebody has in a circle is another plan, or lasts until another day. */
public record PassChanged(CircleId circle, AccountId account) implements Event {}
