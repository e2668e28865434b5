package app.teahouse.questions;

import app.teahouse.circles.CircleTexts;
import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a member's page, for staff and the member: what they answered when they joined; for the member also that they still may. */
@Component
class AnswersOnSheet implements SheetPart {
    private final Templates templates;
    private final Answers answers;
    private final CircleTexts texts;

    AnswersOnSheet(Templates templates, Answers answers, CircleTexts texts) {
        this.templates = templates;
        this.answers = answers;
        this.texts = texts;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        var own = card.account().equals(reader.account());
        if (!reader.isStaff() && !own) {
            return Optional.empty();
        }
        var said = answers.of(reader.circle(), card.account()).orElse(null);
        var may = own
                && (said == null
                        ? answers.isAsked(reader)
                        : said.isSkipped() && !texts.questions(reader.circle()).isEmpty());
        return may || (said != null && !said.isSkipped())
                ? Optional.of(templates.questionsSheet(frame, reader.face(), said, may))
                : Optional.empty();
    }
}
