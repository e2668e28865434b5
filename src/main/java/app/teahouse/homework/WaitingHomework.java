package app.teahouse.homework;

import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Homework that waits for a grade, the oldest first. */
@Component
@Order(25)
class WaitingHomework implements TodayCard {
    private static final int SHOWN = 3;

    private final Submissions submissions;
    private final Templates templates;

    WaitingHomework(Submissions submissions, Templates templates) {
        this.submissions = submissions;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        var waiting = submissions.waiting(staff.member(), null, Submissions.Place.START);
        if (waiting.items().isEmpty()) {
            return Optional.empty();
        }
        var shown = waiting.items().stream().limit(SHOWN).toList();
        return Optional.of(templates.homeworkToday(frame, waiting.items().size(), waiting.next() != null, shown));
    }
}
