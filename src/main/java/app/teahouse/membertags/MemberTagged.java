package app.teahouse.membertags;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.List;

/** Staff gave members a tag, or took it away from those who had it. */
public record MemberTagged(
        CircleId circle, List<AccountId> accounts, String tag, boolean given, AccountId by, Instant at)
        implements Event {}
