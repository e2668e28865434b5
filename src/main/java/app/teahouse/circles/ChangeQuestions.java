package app.teahouse.circles;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets what applicants are asked; up to five questions. An application keeps the questions it was made with. */
@Component
public class ChangeQuestions {
    static final int MOST = 5;

    private final Db db;

    ChangeQuestions(Db db) {
        this.db = db;
    }

    @Transactional
    public void change(Partner partner, List<String> wished) {
        var questions =
                wished.stream().map(String::strip).filter(q -> !q.isEmpty()).toList();
        var faults = new Faults()
                .require(questions.size() <= MOST, "questions", "circle.too-many-questions", Map.of("most", MOST));
        questions.forEach(question -> faults.atMost("questions", question, 200));
        faults.refuse();

        db.sql("delete from circles.question where circle_id = :circle")
                .with("circle", partner.circle())
                .run();
        var position = 0;
        for (var question : questions) {
            position++;
            db.sql("insert into circles.question (circle_id, position, body) values (:circle, :position, :body)")
                    .with("circle", partner.circle())
                    .with("position", position)
                    .with("body", question)
                    .run();
        }
    }
}
