package app.teahouse.homework;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the homework of a deleted circle; its words are posts. */
@Component
@Order(-4)
class HomeworkHousehold implements Household, Luggage {
    private final Db db;

    HomeworkHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var submissions =
                db.sql("""
                delete from homework.submission
                 where circle_id = :circle
                   and (task_id, account_id) in
                       (select task_id, account_id from homework.submission where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var reminders = db.sql("""
                delete from homework.reminder
                 where circle_id = :circle
                   and (task_id, account_id) in
                       (select task_id, account_id from homework.reminder where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (submissions + reminders > 0) {
            return true;
        }
        return db.sql("""
                delete from homework.task
                 where circle_id = :circle
                   and task_id in (select task_id from homework.task where circle_id = :circle limit :most)
                """)
                        .with("circle", circle)
                        .with("most", Math.min(atMost, 100))
                        .run()
                > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("homework.task", "task_id").people("made_by"),
                Crate.of("homework.reviewer", "task_id, account_id").people("account_id"),
                Crate.of("homework.submission", "task_id, account_id").people("account_id"),
                Crate.of("homework.grade", "task_id, account_id, grade_id")
                        .people("account_id, made_by")
                        .most("remark", 20_000),
                Crate.of("homework.reminder", "task_id, account_id").people("account_id, made_by"));
    }
}
