package app.teahouse.homework;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import org.springframework.stereotype.Component;

/** The Markdown of what a member handed in, for them to hand in a better version. */
@Component
class OwnWords {
    private final Db db;

    OwnWords(Db db) {
        this.db = db;
    }

    String of(Member member, Task task) {
        return db.sql("""
                select p.body
                  from homework.submission s
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id and p.state <> 'deleted'
                 where s.circle_id = :circle and s.task_id = :task and s.account_id = :account
                """)
                .with("circle", member.circle())
                .with("task", task.id())
                .with("account", member.account())
                .maybe(String.class)
                .orElse("");
    }
}
