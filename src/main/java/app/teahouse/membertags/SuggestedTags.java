package app.teahouse.membertags;

import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On Today: which expertise members suggested of themselves, and nobody has decided. */
@Component
@Order(35)
class SuggestedTags implements TodayCard {
    private static final int SHOWN = 4;

    private final MemberTags tags;
    private final Templates templates;

    SuggestedTags(MemberTags tags, Templates templates) {
        this.tags = tags;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        var wishes = tags.wishes(staff.circle(), SHOWN);
        return wishes.isEmpty() ? Optional.empty() : Optional.of(templates.membertagsToday(frame, wishes));
    }
}
