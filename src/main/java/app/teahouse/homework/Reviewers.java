package app.teahouse.homework;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.util.List;
import org.springframework.stereotype.Component;

/** The guest experts of a circle, to whom tasks can be given to grade. */
@Component
class Reviewers {
    private static final int MOST = 50;

    private final Db db;
    private final Members members;

    Reviewers(Db db, Members members) {
        this.db = db;
        this.members = members;
    }

    List<MemberCard> possible(Member asker) {
        return members.guestExperts(asker.circle(), MOST);
    }

    List<Long> numbers(Member asker, Task task) {
        return db.sql("""
                select m.number
                  from homework.reviewer r
                  join members.membership m on m.circle_id = r.circle_id and m.account_id = r.account_id
                 where r.circle_id = :circle and r.task_id = :task
                 order by m.number
                 limit :most
                """)
                .with("circle", asker.circle())
                .with("task", task.id())
                .with("most", MOST)
                .all((row, n) -> row.getLong(1));
    }
}
