package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.verdicts.VerdictMade;
import org.springframework.stereotype.Component;

/** Tells the owner and the partners what the operator of the site decided about their circle, and all members where it is halted. */
@Component
class TellOfWarnings implements Listener<VerdictMade> {
    private final VerdictNews verdictNews;

    TellOfWarnings(VerdictNews verdictNews) {
        this.verdictNews = verdictNews;
    }

    @Override
    public Class<VerdictMade> event() {
        return VerdictMade.class;
    }

    @Override
    public void on(VerdictMade event) {
        verdictNews.tell(new VerdictNews.Word(
                event.circle(), "verdict:" + event.verdict() + ":made", event.kind(), event.reason(), event.at()));
    }
}
