package app.teahouse.homework;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A member's homework has a grade, or another one than before.
 *
 * @param number the number of the post that was handed in
 * @param task what the task is called
 * @param remark its beginning
 */
public record HomeworkGraded(
        CircleId circle,
        PostId post,
        long number,
        UUID id,
        AccountId author,
        String task,
        Scale scale,
        String grade,
        String remark,
        AccountId by,
        String byAlias,
        Instant at)
        implements Event {}
