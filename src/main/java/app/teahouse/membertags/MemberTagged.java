package app.teahouse.membertags;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.List;

/**
 * Staff gave members a tag, took it away from those who had it, or declined what a member suggested of themselves.
 *
 * @param done {@code tagged}, {@code untagged} or {@code tag_declined}
 */
public record MemberTagged(CircleId circle, List<AccountId> accounts, String tag, String done, AccountId by, Instant at)
        implements Event {}
