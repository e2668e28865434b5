package app.teahouse.homework;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.sheet.Beneath;
import app.teahouse.sheet.PostView;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Below a task: until when, and the way to hand in. Below what was handed in: for which task, and how it was graded. */
@Component
@Order(1)
class BelowHomework implements Beneath {
    private final TaskRows rows;
    private final MyHomework mine;
    private final ReviewSheet sheet;
    private final Templates templates;

    BelowHomework(TaskRows rows, MyHomework mine, ReviewSheet sheet, Templates templates) {
        this.rows = rows;
        this.mine = mine;
        this.sheet = sheet;
        this.templates = templates;
    }

    @Override
    public JteModel below(Frame frame, Onlooker onlooker, PostView post, Map<String, String> asked) {
        var member = onlooker.member().orElse(null);
        return switch (post.kind()) {
            case TASK -> task(frame, member, post);
            case HOMEWORK -> submission(frame, member, post);
            case POST -> templates.homeworkNothing();
        };
    }

    private JteModel task(Frame frame, @Nullable Member member, PostView post) {
        if (member == null) {
            return templates.homeworkNothing();
        }
        var number = Objects.requireNonNull(post.number());
        var task = rows.find(member, number);
        return task.isEmpty()
                ? templates.homeworkNothing()
                : templates.homeworkTask(
                        frame, task.get(), mine.one(member, number).orElseThrow(), member);
    }

    private JteModel submission(Frame frame, @Nullable Member member, PostView post) {
        if (member == null || post.isDeleted()) {
            return templates.homeworkNothing();
        }
        try {
            return templates.homeworkGrades(frame, sheet.read(member, Objects.requireNonNull(post.number())));
        } catch (Refusal refusal) {
            // A peer: what grade it got is not for them.
            return templates.homeworkNothing();
        }
    }
}
