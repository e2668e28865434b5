package app.teahouse.occasions;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import app.teahouse.reports.Report;
import app.teahouse.reports.Reports;
import app.teahouse.review.ItemDecided;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a writer what staff decided about their words, and why; and those who reported them that somebody looked. */
@Component
class TellOfDecisions implements Listener<ItemDecided> {
    private final TellPeople tellPeople;
    private final Reports reports;

    TellOfDecisions(TellPeople tellPeople, Reports reports) {
        this.tellPeople = tellPeople;
        this.reports = reports;
    }

    @Override
    public Class<ItemDecided> event() {
        return ItemDecided.class;
    }

    @Override
    public void on(ItemDecided event) {
        if (event.author() != null) {
            switch (event.fate()) {
                case "ask" -> tellWriter(event, event.author(), NoticeKind.EDIT_ASKED, event.mending());
                case "hide" -> tellWriter(event, event.author(), NoticeKind.WORDS_HIDDEN, "");
                case "delete" -> tellWriter(event, event.author(), NoticeKind.WORDS_DELETED, "");
                default -> {}
            }
        }
        if (!event.fate().equals("ask")) {
            tellReporters(event);
        }
    }

    private void tellWriter(ItemDecided event, AccountId writer, NoticeKind kind, String detail) {
        tell(event, kind, "review:", event.excerpt(), event.reason(), detail, List.of(writer));
    }

    /** They learn neither the reason nor what followed for the writer. */
    private void tellReporters(ItemDecided event) {
        var acted = !event.fate().equals("keep") || !event.measure().equals("none");
        var reporters = reports.of(event.circle(), event.kind(), event.thing(), event.since()).stream()
                .filter(report -> !report.madeAt().isAfter(event.at()))
                .map(Report::account)
                .toList();
        tell(event, NoticeKind.REPORT_SETTLED, "reported:", "", "", acted ? "acted" : "kept", reporters);
    }

    private void tell(
            ItemDecided event,
            NoticeKind kind,
            String about,
            String title,
            String excerpt,
            String detail,
            List<AccountId> readers) {
        tellPeople.tell(
                new News(
                        event.circle(),
                        kind,
                        about + event.item() + ":" + event.turn(),
                        null,
                        null,
                        null,
                        "",
                        title,
                        excerpt,
                        detail,
                        event.at()),
                readers);
    }
}
