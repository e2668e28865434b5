package app.teahouse.homework;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.roster.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members who have not handed in anything, by their numbers, and when each was reminded. */
@Component
public class MissingList {
    static final int SIZE = 50;

    private final Db db;

    MissingList(Db db) {
        this.db = db;
    }

    /**
     * @param remindedBy null also where they are not known any more
     */
    public record Missing(
            Author member,
            @Nullable Instant remindedAt,
            @Nullable String remindedBy) {}

    Cursor<Missing> of(Member reviewer, Task task, @Nullable String after, int size) {
        if (after != null && !after.matches("\\d{1,18}")) {
            throw Refusal.invalid("after", "request.malformed");
        }
        var found = db.sql("""
                select m.account_id, null, m.alias, m.picture, m.number, m.role, m.state, r.made_at, b.alias
                  from members.membership m
                  left join homework.reminder r
                    on r.circle_id = m.circle_id and r.task_id = :task and r.account_id = m.account_id
                  left join members.membership b on b.circle_id = r.circle_id and b.account_id = r.made_by
                 where m.circle_id = :circle and m.state = 'active' and m.role in ('member', 'volunteer') and m.number > :after
                   and m.account_id is distinct from :author
                   and not exists (select 1
                                     from homework.submission s
                                     join content.post p
                                       on p.circle_id = s.circle_id and p.post_id = s.post_id and p.state <> 'deleted'
                                    where s.circle_id = m.circle_id and s.task_id = :task and s.account_id = m.account_id)
                 order by m.number
                 limit :most
                """)
                .with("circle", reviewer.circle())
                .with("task", task.id())
                .with("author", task.author())
                .with("after", after == null ? 0 : Long.parseLong(after))
                .with("most", size + 1)
                .all((row, n) -> new Missing(Author.read(row, 1), Db.maybeInstant(row, 8), row.getString(9)));
        return Cursor.of(found, size, one -> String.valueOf(one.member().number()));
    }
}
