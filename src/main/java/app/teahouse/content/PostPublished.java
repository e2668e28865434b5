package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.util.List;

/** A post can be read by the circle from now on, at once or at the moment it was scheduled for. */
public record PostPublished(
        CircleId circle,
        PostId post,
        long number,
        AccountId author,
        Role role,
        String alias,
        String title,
        String excerpt,
        List<AccountId> mentioned,
        Instant at)
        implements Event {}
