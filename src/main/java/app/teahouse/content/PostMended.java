package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/** The author changed the words of a post that staff had taken out of sight. */
public record PostMended(CircleId circle, PostId post, AccountId author, Instant at) implements Event {}
