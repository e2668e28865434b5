package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.verdicts.AppealMade;
import org.springframework.stereotype.Component;

/** Tells those who lead a circle that the operator answered; operators hear of appeals by {@link TellOfDesk}. */
@Component
class TellOfAppeals implements Listener<AppealMade> {
    private final VerdictNews verdictNews;

    TellOfAppeals(VerdictNews verdictNews) {
        this.verdictNews = verdictNews;
    }

    @Override
    public Class<AppealMade> event() {
        return AppealMade.class;
    }

    @Override
    public void on(AppealMade event) {
        if (event.byOperator()) {
            verdictNews.tell(new VerdictNews.Word(
                    event.circle(), "verdict:" + event.line() + ":answer", "answered", "", event.at()));
        }
    }
}
