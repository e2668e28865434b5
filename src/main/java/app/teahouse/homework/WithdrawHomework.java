package app.teahouse.homework;

import app.teahouse.columns.MarkDone;
import app.teahouse.content.PostDeleted;
import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** What was handed in and then deleted is not done any more; when it comes back, it is. */
@Component
class WithdrawHomework implements Listener<PostDeleted> {
    private final Db db;
    private final MarkDone markDone;

    WithdrawHomework(Db db, MarkDone markDone) {
        this.db = db;
        this.markDone = markDone;
    }

    @Override
    public Class<PostDeleted> event() {
        return PostDeleted.class;
    }

    private record Row(PostId task, AccountId author, boolean done) {}

    /** As it stands now, since several events may have passed. */
    @Override
    public void on(PostDeleted event) {
        db.sql("""
                select s.task_id, s.account_id,
                       p.state <> 'deleted' and (t.scale <> 'pass' or coalesce(s.grade, '') = 'pass')
                  from homework.submission s
                  join homework.task t on t.circle_id = s.circle_id and t.task_id = s.task_id
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id
                 where s.circle_id = :circle and s.post_id = :post
                """)
                .with("circle", event.circle())
                .with("post", event.post())
                .maybe((row, n) ->
                        new Row(new PostId(Db.uuid(row, 1)), new AccountId(Db.uuid(row, 2)), row.getBoolean(3)))
                .ifPresent(row -> markDone.settle(event.circle(), row.author(), row.task(), row.done()));
    }
}
