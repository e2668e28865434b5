package app.teahouse.homework;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member handed in, by its task; the words and grades stay where reviewers read them. */
@Component
class LinesOfHomework implements Lines {
    private final Db db;

    LinesOfHomework(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.WORDS);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select s.handed_at as at, 'handed_in' as kind, s.post_id as id, p.title as text, '' as quote,
                       '/p/' || t.number as path, cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from homework.submission s
                  join homework.task t on t.circle_id = s.circle_id and t.task_id = s.task_id
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.task_id and p.state in ('live', 'hidden')
                 where s.circle_id = :circle and s.account_id = :account
                """ + Before.REST));
    }
}
