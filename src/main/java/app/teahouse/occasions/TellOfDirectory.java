package app.teahouse.occasions;

import app.teahouse.directory.EntryTakenOut;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a member that staff took them out of the directory, and why; or that they may be in it again. */
@Component
class TellOfDirectory implements Listener<EntryTakenOut> {
    private final TellPeople tellPeople;

    TellOfDirectory(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public Class<EntryTakenOut> event() {
        return EntryTakenOut.class;
    }

    @Override
    public void on(EntryTakenOut event) {
        tellPeople.tell(
                new News(
                        event.circle(),
                        NoticeKind.DIRECTORY,
                        "directory:" + event.time(),
                        null,
                        null,
                        null,
                        "",
                        "",
                        event.reason(),
                        event.out() ? "out" : "in",
                        event.at()),
                List.of(event.account()));
    }
}
