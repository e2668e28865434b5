package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/** The author changed the words of a post. */
public record PostEdited(CircleId circle, PostId post, long number, AccountId author, String title, Instant at)
        implements Event {}
