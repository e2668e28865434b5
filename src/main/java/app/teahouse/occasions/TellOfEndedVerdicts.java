package app.teahouse.occasions;

import app.teahouse.kernel.Listener;
import app.teahouse.verdicts.VerdictEnded;
import org.springframework.stereotype.Component;

/** Tells the owner and the partners that a decision of the operator's holds no more, and all members where it halted their circle. */
@Component
class TellOfEndedVerdicts implements Listener<VerdictEnded> {
    private final VerdictNews verdictNews;

    TellOfEndedVerdicts(VerdictNews verdictNews) {
        this.verdictNews = verdictNews;
    }

    @Override
    public Class<VerdictEnded> event() {
        return VerdictEnded.class;
    }

    @Override
    public void on(VerdictEnded event) {
        verdictNews.tell(new VerdictNews.Word(
                event.circle(),
                "verdict:" + event.verdict() + ":ended",
                event.kind() + "-ended",
                event.reason(),
                event.at()));
    }
}
