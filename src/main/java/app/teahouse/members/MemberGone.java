package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/**
 * Somebody is no member any more.
 *
 * @param removed whether staff removed them; else they left
 */
public record MemberGone(CircleId circle, AccountId account, long number, String alias, boolean removed)
        implements Event {}
