package app.teahouse.welcome;

import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On Today: who introduced themselves, and nobody has answered. */
@Component
@Order(25)
class WaitingNewcomers implements TodayCard {
    private static final int SHOWN = 4;

    private final WelcomeSheet sheet;
    private final Templates templates;

    WaitingNewcomers(WelcomeSheet sheet, Templates templates) {
        this.sheet = sheet;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        var waiting = sheet.waiting(staff.member(), SHOWN);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(templates.welcomeToday(frame, waiting));
    }
}
