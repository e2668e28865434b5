package app.teahouse.homework;

import app.teahouse.columns.ItemNotes;
import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says on a column's page until when homework is taken, and how far the reader is with it. */
@Component
class HomeworkNotes implements ItemNotes {
    private final MyHomework mine;

    HomeworkNotes(MyHomework mine) {
        this.mine = mine;
    }

    @Override
    public Map<Long, String> notes(Frame frame, Member member, Collection<Long> numbers) {
        var notes = new HashMap<Long, String>();
        mine.among(member, numbers).forEach(task -> notes.put(task.number(), words(frame, task)));
        return notes;
    }

    static String words(Frame frame, MyTask task) {
        var own = task.mine();
        if (own != null) {
            var grade = own.grade();
            return grade == null
                    ? frame.t("homework.state.handed-in")
                    : frame.t(
                            "homework.state.graded",
                            "grade",
                            GradeWords.of(frame, task.terms().scale(), grade));
        }
        var last = task.lastMoment();
        if (task.closed()) {
            return frame.t("homework.state.closed");
        }
        return last == null ? frame.t("homework.state.open") : frame.t("homework.until", "moment", frame.moment(last));
    }
}
