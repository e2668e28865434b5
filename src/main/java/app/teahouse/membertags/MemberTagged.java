package app.teahouse.membertags;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/** Staff gave a member a tag, or took it away. */
public record MemberTagged(CircleId circle, AccountId account, String tag, boolean given, AccountId by, Instant at)
        implements Event {}
