package app.teahouse.highlights;

import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Posts that members made much of lately and nobody has picked; what only one or two people noticed can wait. */
@Component
@Order(40)
class PossibleHighlights implements TodayCard {
    private static final int SHOWN = 3;
    private static final long WORTH_A_LOOK = 50;

    private final Candidates candidates;
    private final Templates templates;

    PossibleHighlights(Candidates candidates, Templates templates) {
        this.candidates = candidates;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        var found = candidates.of(staff).stream()
                .filter(one -> one.score() >= WORTH_A_LOOK)
                .limit(SHOWN)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(templates.highlightsToday(frame, found));
    }
}
