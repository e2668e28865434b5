package app.teahouse.homework;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.List;

/**
 * Members who have not handed in anything are to be reminded.
 *
 * @param number the number of the post with the task
 * @param task what the task is called
 */
public record HomeworkMissing(
        CircleId circle,
        PostId post,
        long number,
        String task,
        List<AccountId> members,
        AccountId by,
        String byAlias,
        Instant at)
        implements Event {}
