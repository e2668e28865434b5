package app.teahouse.letters;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import app.teahouse.web.Frame;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member wrote to the staff about. */
@Component
class LinesOfLetters implements Lines {
    private final Db db;

    LinesOfLetters(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.ORDER);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select t.opened_at as at, 'letter' as kind, t.letter_id as id, t.matter as text, t.subject as quote,
                       '/manage/letters/' || t.letter_id as path, cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from letters.letter t
                 where t.circle_id = :circle and t.account_id = :account
                """ + Before.REST));
    }

    @Override
    public String text(Frame frame, Line line) {
        return frame.t("letters.matter." + line.text());
    }
}
